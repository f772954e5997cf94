package org.gatun.vqgan;

import org.gatun.nn.Init;
import org.gatun.nn.ParameterPath;
import org.gatun.torch.Autograd;
import org.gatun.torch.DType;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;

/**
 * A scale and shift a channel, set from the first training batch so that its channels have mean 0 and deviation 1 (Glow,
 * arXiv 1807.03039, section 3.1). Parameters {@code loc}, {@code scale} (1, C, 1, 1); buffer {@code initialized}.
 */
final class ActNorm implements NormLayer {

    private static final double EPS = 1e-6;

    private final Tensor loc;
    private final Tensor scale;
    private final Tensor initialized;

    /** Whether {@link #initialized} is known to be set: from then on no step asks the device. */
    private boolean ready;

    ActNorm(ParameterPath path, long numFeatures) {
        this.loc = path.parameter("loc", Init.ZEROS, 1, numFeatures, 1, 1);
        this.scale = path.parameter("scale", Init.ONES, 1, numFeatures, 1, 1);
        try (TensorScope _ = TensorScope.open()) {
            this.initialized = path.buffer("initialized", Torch.zeros(new long[0], DType.UINT8));
        }
    }

    @Override
    public Tensor forward(Tensor input, boolean training) {
        if (training && !ready) {
            if (initialized.itemLong() == 0) {
                initialize(input);
            }
            ready = true;
        }
        try (TensorScope scope = TensorScope.open()) {
            return scope.moveToOuter(scale.mul(input.add(loc)));
        }
    }

    private void initialize(Tensor input) {
        try (TensorScope _ = TensorScope.open();
                var _ = Autograd.noGrad()) {
            long[] perChannel = {0, 2, 3};
            loc.copy_(input.mean(perChannel, true).neg());
            Tensor std = input.var(perChannel, 1, true).sqrt();
            scale.copy_(std.ones_like().div(std.add(EPS)));
            initialized.fill_(1);
        }
    }
}
