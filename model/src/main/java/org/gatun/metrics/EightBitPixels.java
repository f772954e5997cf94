package org.gatun.metrics;

import org.gatun.torch.DType;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;

/** Pictures as a file with 8 bits a channel holds them: what is published about pictures is measured on these. */
public final class EightBitPixels {

    /** The largest value. */
    public static final double PEAK = 255;

    private EightBitPixels() {}

    /** Pictures of any shape in [-1, 1] as whole numbers from 0 to 255, in float32. */
    public static Tensor of(Tensor x) {
        try (TensorScope scope = TensorScope.open()) {
            return scope.moveToOuter(
                    x.to(DType.FLOAT32).add(1).mul(PEAK / 2).clamp(0, PEAK).round());
        }
    }
}
