package org.gatun.metrics.fid;

import org.gatun.nn.BatchNorm2d;
import org.gatun.nn.Init;
import org.gatun.nn.Module;
import org.gatun.nn.ParameterPath;
import org.gatun.torch.Tensor;
import org.gatun.torch.Torch;

/** A convolution without bias, a batch norm in evaluation mode, a ReLU. Parameters {@code conv.weight}, {@code bn.*}. */
final class BasicConv2d implements Module {

    private static final double EPS = 1e-3;

    private final Tensor weight;
    private final BatchNorm2d bn;
    private final long[] stride;
    private final long[] padding;

    private BasicConv2d(
            ParameterPath path, long inChannels, long outChannels, long[] kernel, long stride, long[] padding) {
        this.weight = path.at("conv")
                .parameter(
                        "weight",
                        Init.fanIn(inChannels * kernel[0] * kernel[1]),
                        outChannels,
                        inChannels,
                        kernel[0],
                        kernel[1]);
        this.bn = new BatchNorm2d(path.at("bn"), outChannels, Init.ONES, EPS);
        this.stride = new long[] {stride};
        this.padding = padding;
    }

    /** Keeps height and width: padded by half of the kernel. */
    static BasicConv2d same(ParameterPath path, long inChannels, long outChannels, long height, long width) {
        return new BasicConv2d(
                path, inChannels, outChannels, new long[] {height, width}, 1, new long[] {height / 2, width / 2});
    }

    /** Without padding, with a square kernel. */
    static BasicConv2d valid(ParameterPath path, long inChannels, long outChannels, long kernelSize, long stride) {
        return new BasicConv2d(
                path, inChannels, outChannels, new long[] {kernelSize, kernelSize}, stride, new long[] {0});
    }

    @Override
    public Tensor forward(Tensor input) {
        return bn.forward(Torch.conv2d(input, weight, null, stride, padding), false)
                .relu();
    }
}
