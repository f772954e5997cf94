package org.gatun.vqgan;

import org.gatun.nn.Conv2d;
import org.gatun.nn.ParameterPath;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;

/** Doubles height and width: every element four times, then a 3x3 convolution. */
final class Upsample {

    private final Conv2d conv;

    Upsample(ParameterPath path, Layers layers, int channels) {
        this.conv = layers.conv3x3(path.at("conv"), channels, channels);
    }

    /** (B, C, H, W) to (B, C, 2H, 2W). */
    Tensor forward(Tensor x) {
        try (TensorScope scope = TensorScope.open()) {
            Tensor doubled = x.upsample_nearest2d(new long[] {2 * x.size(2), 2 * x.size(3)});
            return scope.moveToOuter(conv.forward(doubled));
        }
    }
}
