package org.gatun.nn;

import org.gatun.torch.Tensor;
import org.gatun.torch.Torch;
import org.gatun.torch.Winograd;

/** {@code torch.nn.Conv2d} with square kernels: (B, in, H, W) to (B, out, H', W'). Parameters {@code weight}, {@code bias}. */
public final class Conv2d implements Module {

    private final Tensor weight;
    private final Tensor bias;
    private final long[] stride;
    private final long[] padding;
    private final boolean winograd;

    /** A convolution with the default initialisation of PyTorch. */
    public Conv2d(ParameterPath path, long inChannels, long outChannels, long kernelSize, long stride, long padding) {
        this(
                path,
                inChannels,
                outChannels,
                kernelSize,
                stride,
                padding,
                true,
                Init.fanIn(inChannels * kernelSize * kernelSize),
                Init.fanIn(inChannels * kernelSize * kernelSize));
    }

    /** A convolution with or without bias, and with initialisations of its own. */
    public Conv2d(
            ParameterPath path,
            long inChannels,
            long outChannels,
            long kernelSize,
            long stride,
            long padding,
            boolean bias,
            Init weightInit,
            Init biasInit) {
        this.weight = path.parameter("weight", weightInit, outChannels, inChannels, kernelSize, kernelSize);
        this.bias = bias ? path.parameter("bias", biasInit, outChannels) : null;
        this.stride = new long[] {stride};
        this.padding = new long[] {padding};
        this.winograd = kernelSize == 3 && stride == 1 && padding == 1;
    }

    @Override
    public Tensor forward(Tensor input) {
        return winograd && Winograd.pays(input, weight)
                ? Winograd.conv2d(input, weight, bias)
                : Torch.conv2d(input, weight, bias, stride, padding);
    }

    /** (out, in, kernel, kernel). */
    public Tensor weight() {
        return weight;
    }

    /** (out), or null. */
    public Tensor bias() {
        return bias;
    }
}
