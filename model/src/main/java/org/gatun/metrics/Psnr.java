package org.gatun.metrics;

import org.gatun.torch.Autograd;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;

/** Peak signal-to-noise ratio of pictures as 8 bits hold them: 10 log10(255² / mean squared error), in dB. */
public final class Psnr {

    /** Equal pictures would be infinitely good: the error is at least that of a rounding step in a million pixels. */
    private static final double MIN_ERROR = 1e-6;

    private Psnr() {}

    /** For each pair of pictures (B, 3, H, W) in [-1, 1], its ratio: (B) float32. */
    public static Tensor of(Tensor a, Tensor b) {
        try (TensorScope scope = TensorScope.open();
                var _ = Autograd.noGrad()) {
            Tensor error =
                    EightBitPixels.of(a).sub(EightBitPixels.of(b)).square().mean(1, 2, 3); // (B)
            Tensor ratio = error.clamp_min(MIN_ERROR)
                    .div(EightBitPixels.PEAK * EightBitPixels.PEAK)
                    .log()
                    .neg();
            return scope.moveToOuter(ratio.mul(10 / Math.log(10)));
        }
    }
}
