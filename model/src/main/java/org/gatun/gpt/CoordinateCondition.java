package org.gatun.gpt;

import java.util.Arrays;
import org.gatun.torch.DType;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;

/**
 * The reference's {@code CoordStage}: a picture of coordinates, averaged over squares and rounded, is the condition. There are
 * {@code nEmbed + 1} indices, since a coordinate of 1 becomes {@code nEmbed}.
 *
 * @param nEmbed the index of coordinate 1
 * @param downFactor side of a square in pixels
 */
public record CoordinateCondition(int nEmbed, int downFactor) {

    public CoordinateCondition {
        if (nEmbed < 1 || downFactor < 1) {
            throw new IllegalArgumentException(
                    "n_embed and down_factor must be at least 1, not " + nEmbed + " and " + downFactor);
        }
    }

    /**
     * Coordinates (B, 1, H, W) in [0, 1] to int64 indices (B, 1, H / downFactor, W / downFactor).
     *
     * @throws IllegalArgumentException if a coordinate is outside [0, 1], or there is not one channel
     */
    public Tensor encode(Tensor coordinates) {
        if (coordinates.dim() != 4 || coordinates.size(1) != 1) {
            throw new IllegalArgumentException(
                    "coordinates must have the shape (B, 1, H, W), not " + Arrays.toString(coordinates.shape()));
        }
        try (TensorScope scope = TensorScope.open()) {
            double min = coordinates.min().item();
            double max = coordinates.max().item();
            if (!(min >= 0 && max <= 1)) {
                throw new IllegalArgumentException("coordinates must be in [0, 1], not " + min + " to " + max);
            }
            long[] size = {coordinates.size(2) / downFactor, coordinates.size(3) / downFactor};
            Tensor averages = coordinates.adaptive_avg_pool2d(size).clamp(0.0, 1.0);
            return scope.moveToOuter(averages.mul(nEmbed).round().to(DType.INT64));
        }
    }

    /** Indices (B, 1, h, w) to float32 coordinates (B, 1, h * downFactor, w * downFactor). */
    public Tensor decode(Tensor indices) {
        try (TensorScope scope = TensorScope.open()) {
            Tensor coordinates = indices.to(DType.FLOAT32).div(nEmbed);
            long[] size = {indices.size(2) * downFactor, indices.size(3) * downFactor};
            return scope.moveToOuter(coordinates.upsample_nearest2d(size));
        }
    }
}
