package org.gatun.vqgan;

import org.gatun.nn.Conv2d;
import org.gatun.nn.Module;
import org.gatun.nn.ParameterPath;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;

/** Halves height and width: one row and column of zeros at the right and bottom, then a 3x3 convolution of stride 2. */
final class Downsample implements Module {

    private static final long[] RIGHT_AND_BOTTOM = {0, 1, 0, 1};

    private final Conv2d conv;

    Downsample(ParameterPath path, int channels) {
        this.conv = new Conv2d(path.at("conv"), channels, channels, 3, 2, 0);
    }

    /** (B, C, H, W) to (B, C, H/2, W/2). */
    @Override
    public Tensor forward(Tensor x) {
        try (TensorScope scope = TensorScope.open()) {
            return scope.moveToOuter(conv.forward(x.constant_pad_nd(RIGHT_AND_BOTTOM)));
        }
    }
}
