package org.gatun.vqgan;

import org.gatun.nn.Conv2d;
import org.gatun.nn.GroupNorm;
import org.gatun.nn.Init;
import org.gatun.nn.ParameterPath;

/**
 * The layers that encoder and decoder are made of.
 *
 * @param normGroups groups of each norm
 * @param zeroInitResidual whether what a block adds begins as nothing
 */
record Layers(int normGroups, boolean zeroInitResidual) {

    private static final double NORM_EPS = 1e-6;

    GroupNorm norm(ParameterPath path, int channels) {
        return new GroupNorm(path, normGroups, channels, NORM_EPS);
    }

    Conv2d conv3x3(ParameterPath path, int inChannels, int outChannels) {
        return new Conv2d(path, inChannels, outChannels, 3, 1, 1);
    }

    Conv2d conv1x1(ParameterPath path, int inChannels, int outChannels) {
        return new Conv2d(path, inChannels, outChannels, 1, 1, 0);
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
