package org.gatun.nn;

import org.gatun.torch.Tensor;
import org.gatun.torch.Torch;

/** {@code torch.nn.RMSNorm} over the last dimension (arXiv 1910.07467). Parameter {@code weight}. */
public final class RmsNorm implements Module {

    private final Tensor weight;
    private final long[] normalizedShape;
    private final double eps;

    public RmsNorm(ParameterPath path, long size, double eps) {
        this.weight = path.parameter("weight", Init.ONES, size);
        this.normalizedShape = new long[] {size};
        this.eps = eps;
    }

    @Override
    public Tensor forward(Tensor input) {
        return Torch.rms_norm(input, normalizedShape, weight, eps);
    }
}
