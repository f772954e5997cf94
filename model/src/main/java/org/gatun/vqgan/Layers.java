package org.gatun.vqgan;

import org.gatun.nn.Conv2d;
import org.gatun.nn.GroupNorm;
import org.gatun.nn.ParameterPath;

/** The layers that encoder and decoder are made of. */
final class Layers {

    static final int NORM_GROUPS = 32;
    private static final double NORM_EPS = 1e-6;

    private Layers() {}

    static GroupNorm norm(ParameterPath path, int channels) {
        return new GroupNorm(path, NORM_GROUPS, channels, NORM_EPS);
    }

    static Conv2d conv3x3(ParameterPath path, int inChannels, int outChannels) {
        return new Conv2d(path, inChannels, outChannels, 3, 1, 1);
    }

    static Conv2d conv1x1(ParameterPath path, int inChannels, int outChannels) {
        return new Conv2d(path, inChannels, outChannels, 1, 1, 0);
    }
}
