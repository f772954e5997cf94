package org.gatun.vqgan;

import org.gatun.nn.ParameterPath;
import org.gatun.torch.Autograd;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;

/**
 * LeCam regularisation (arXiv 2104.03310, equation 6, one-sided as in its authors' code): keeps a discriminator's logits near the moving
 * averages of those for the other kind of picture, mean max(0, D(x) - fake)² + mean max(0, real - D(xr))². Buffers
 * {@code ema_real_logits_mean}, {@code ema_fake_logits_mean} (1).
 */
final class LeCam {

    private static final double DECAY = 0.99;

    private final Tensor real;
    private final Tensor fake;

    LeCam(ParameterPath path) {
        try (TensorScope _ = TensorScope.open()) {
            this.real = path.buffer("ema_real_logits_mean", Torch.zeros(1));
            this.fake = path.buffer("ema_fake_logits_mean", Torch.zeros(1));
        }
    }

    /** Follows the logits of a batch, of any shape, then gives the penalty on them, a scalar. */
    Tensor penalty(Tensor logitsReal, Tensor logitsFake) {
        try (TensorScope scope = TensorScope.open()) {
            follow(real, logitsReal);
            follow(fake, logitsFake);
            Tensor above = logitsReal.sub(fake).relu().square().mean();
            Tensor below = logitsFake.sub(real).neg().relu().square().mean();
            return scope.moveToOuter(above.add(below));
        }
    }

    private static void follow(Tensor average, Tensor logits) {
        try (var _ = Autograd.noGrad()) {
            Tensor mean = logits.detach().mean().to(average.dtype()).view(1);
            // A step that is skipped leaves no trace.
            average.lerp_(Torch.where(mean.isfinite(), mean, average), 1 - DECAY);
        }
    }
}
