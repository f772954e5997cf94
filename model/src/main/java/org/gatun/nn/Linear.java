package org.gatun.nn;

import org.gatun.torch.Tensor;
import org.gatun.torch.Torch;

/** {@code torch.nn.Linear}: (..., in) to (..., out). Parameters {@code weight}, {@code bias}. */
public final class Linear implements Module {

    private final Tensor weight;
    private final Tensor bias;

    /** With the default initialisation of PyTorch. */
    public Linear(ParameterPath path, long inFeatures, long outFeatures) {
        this(path, inFeatures, outFeatures, true, Init.fanIn(inFeatures), Init.fanIn(inFeatures));
    }

    public Linear(ParameterPath path, long inFeatures, long outFeatures, boolean bias, Init weightInit, Init biasInit) {
        this.weight = path.parameter("weight", weightInit, outFeatures, inFeatures);
        this.bias = bias ? path.parameter("bias", biasInit, outFeatures) : null;
    }

    @Override
    public Tensor forward(Tensor input) {
        return Torch.linear(input, weight, bias);
    }

    /** (out, in). */
    public Tensor weight() {
        return weight;
    }

    /** (out), or null. */
    public Tensor bias() {
        return bias;
    }
}
