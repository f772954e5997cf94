package org.gatun.vqgan;

import org.gatun.nn.Conv2d;
import org.gatun.nn.Module;
import org.gatun.nn.ParameterPath;
import org.gatun.torch.Device;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;

/** Doubles height and width: every element four times, then a 3x3 convolution. */
final class Upsample implements Module {

    /** From this many positions a channel on, a CPU gains more by fewer products than it loses by making their kernel. */
    private static final long POSITIONS_PER_CHANNEL = 8;

    private static final long[] STRIDE = {2};
    private static final long[] PADDING = {1};

    private final Conv2d conv;

    Upsample(ParameterPath path, Layers layers, int channels) {
        this.conv = layers.conv3x3(path.at("conv"), channels, channels);
    }

    /** (B, C, H, W) to (B, C, 2H, 2W). */
    @Override
    public Tensor forward(Tensor x) {
        long positions = x.size(0) * x.size(2) * x.size(3);
        boolean many = positions >= POSITIONS_PER_CHANNEL * x.size(1);
        return many && x.device().equals(Device.CPU) ? transposed(x) : plain(x);
    }

    Tensor plain(Tensor x) {
        try (TensorScope scope = TensorScope.open()) {
            return scope.moveToOuter(conv.forward(doubled(x)));
        }
    }

    /** Every element four times. */
    static Tensor doubled(Tensor x) {
        return x.upsample_nearest2d(new long[] {2 * x.size(2), 2 * x.size(3)});
    }

    /**
     * The same by 16 products an input instead of 36, without the doubled picture: where equal elements stand side by side, the weights
     * that meet them can be added before.
     */
    Tensor transposed(Tensor x) {
        try (TensorScope scope = TensorScope.open()) {
            Tensor flipped = conv.weight().flip(2, 3).transpose(0, 1); // (in, out, 3, 3)
            Tensor kernel = flipped.constant_pad_nd(0, 1, 0, 1) // (in, out, 4, 4)
                    .add(flipped.constant_pad_nd(1, 0, 0, 1))
                    .add(flipped.constant_pad_nd(0, 1, 1, 0))
                    .add(flipped.constant_pad_nd(1, 0, 1, 0));
            return scope.moveToOuter(Torch.conv_transpose2d(x, kernel, conv.bias(), STRIDE, PADDING));
        }
    }
}
