package org.gatun.nn;

import org.gatun.torch.Tensor;
import org.gatun.torch.Torch;

/** {@code torch.nn.GroupNorm} over (B, C, ...). Parameters {@code weight}, {@code bias}. */
public final class GroupNorm implements Module {

    private final Tensor weight;
    private final Tensor bias;
    private final long numGroups;
    private final double eps;

    public GroupNorm(ParameterPath path, long numGroups, long numChannels, double eps) {
        if (numChannels % numGroups != 0) {
            throw new IllegalArgumentException(numChannels + " channels don't divide into " + numGroups + " groups");
        }
        this.weight = path.parameter("weight", Init.ONES, numChannels);
        this.bias = path.parameter("bias", Init.ZEROS, numChannels);
        this.numGroups = numGroups;
        this.eps = eps;
    }

    @Override
    public Tensor forward(Tensor input) {
        return Torch.group_norm(input, numGroups, weight, bias, eps);
    }
}
