package org.gatun.vqgan;

import org.gatun.nn.Conv2d;
import org.gatun.nn.GroupNorm;
import org.gatun.nn.Init;
import org.gatun.nn.Module;
import org.gatun.nn.ParameterPath;

/**
 * The layers that encoder and decoder are made of.
 *
 * @param normGroups groups of each norm
 * @param zeroInitResidual whether what a block adds begins as nothing
 * @param resampWithConv whether convolutions follow each change of resolution
 */
record Layers(int normGroups, boolean zeroInitResidual, boolean resampWithConv) {

    private static final double NORM_EPS = 1e-6;
    private static final long[] HALF = {2, 2};

    static Layers of(AutoencoderConfig config) {
        return new Layers(config.normGroups(), config.zeroInitResidual(), config.resampWithConv());
    }

    GroupNorm norm(ParameterPath path, int channels) {
        return new GroupNorm(path, normGroups, channels, NORM_EPS);
    }

    Conv2d conv3x3(ParameterPath path, int inChannels, int outChannels) {
        return new Conv2d(path, inChannels, outChannels, 3, 1, 1);
    }

    Conv2d conv1x1(ParameterPath path, int inChannels, int outChannels) {
        return new Conv2d(path, inChannels, outChannels, 1, 1, 0);
    }

    /** (B, C, H, W) to (B, C, H/2, W/2). */
    Module downsample(ParameterPath path, int channels) {
        return resampWithConv ? new Downsample(path, channels) : x -> x.avg_pool2d(HALF, HALF);
    }

    /** (B, C, H, W) to (B, C, 2H, 2W). */
    Module upsample(ParameterPath path, int channels) {
        return resampWithConv ? new Upsample(path, this, channels) : Upsample::doubled;
    }

    /** The last convolution of a residual branch. */
    Conv2d lastConv3x3(ParameterPath path, int channels) {
        return zeroInitResidual ? zeros(path, channels, 3, 1) : conv3x3(path, channels, channels);
    }

    /** The last convolution of a residual branch. */
    Conv2d lastConv1x1(ParameterPath path, int channels) {
        return zeroInitResidual ? zeros(path, channels, 1, 0) : conv1x1(path, channels, channels);
    }

    private static Conv2d zeros(ParameterPath path, int channels, int kernel, int padding) {
        return new Conv2d(path, channels, channels, kernel, 1, padding, true, Init.ZEROS, Init.ZEROS);
    }
}
