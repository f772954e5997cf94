package org.gatun.nn;

import org.gatun.torch.Tensor;
import org.gatun.torch.Torch;

/** {@code torch.nn.LayerNorm} over the last dimension. Parameters {@code weight}, {@code bias}. */
public final class LayerNorm implements Module {

    private static final double EPS = 1e-5;

    private final Tensor weight;
    private final Tensor bias;
    private final long[] normalizedShape;

    public LayerNorm(ParameterPath path, long size) {
        this.weight = path.parameter("weight", Init.ONES, size);
        this.bias = path.parameter("bias", Init.ZEROS, size);
        this.normalizedShape = new long[] {size};
    }

    @Override
    public Tensor forward(Tensor input) {
        return Torch.layer_norm(input, normalizedShape, weight, bias, EPS);
    }
}
