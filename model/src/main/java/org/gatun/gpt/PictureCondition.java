package org.gatun.gpt;

import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;
import org.gatun.vqgan.VqModel;

/** A condition that is a picture of the same place: it becomes a map of indices, which stand before the codes in raster order. */
public sealed interface PictureCondition {

    /** Number of different indices. */
    int vocabulary();

    /** Indices in a row for a picture of so many pixels in a row. */
    int side(int pixels);

    /** Pictures (B, C, H, W) to int64 indices (B, h, w). */
    Tensor indices(Tensor pictures);

    /**
     * The codes of a first stage: a depth map's, a segmentation map's, another picture's by a stage of its own; or, for super-resolution,
     * those of a smaller copy of the picture itself.
     *
     * @param stage makes the codes; the caller's
     * @param downsampledSize height and width to which pictures are resized first (the reference's {@code downsample_cond_size}), or -1
     */
    record Codes(VqModel stage, int downsampledSize) implements PictureCondition {

        public Codes {
            if (downsampledSize != -1 && side(stage, downsampledSize) < 1) {
                throw new IllegalArgumentException("a picture resized to " + downsampledSize
                        + " pixels a side has no code of this condition stage");
            }
        }

        @Override
        public int vocabulary() {
            return stage.quantizer().numCodes();
        }

        @Override
        public int side(int pixels) {
            return side(stage, downsampledSize == -1 ? pixels : downsampledSize);
        }

        private static int side(VqModel stage, int pixels) {
            return pixels / stage.config().autoencoder().downsamplingFactor();
        }

        @Override
        public Tensor indices(Tensor pictures) {
            try (TensorScope scope = TensorScope.open()) {
                Tensor resized = downsampledSize == -1
                        ? pictures
                        : pictures.upsample_nearest2d(new long[] {downsampledSize, downsampledSize});
                return scope.moveToOuter(stage.encode(resized, false).indices());
            }
        }
    }

    /**
     * Coordinates: pictures (B, 1, H, W) of them, as {@link #whole} makes.
     *
     * @param stage averages and rounds them
     */
    record Coordinates(CoordinateCondition stage) implements PictureCondition {

        @Override
        public int vocabulary() {
            return stage.nEmbed() + 1;
        }

        @Override
        public int side(int pixels) {
            return pixels / stage.downFactor();
        }

        @Override
        public Tensor indices(Tensor pictures) {
            try (TensorScope scope = TensorScope.open()) {
                return scope.moveToOuter(stage.encode(pictures).squeeze(1));
            }
        }

        /** The coordinates of a whole picture, (1, 1, H, W): each pixel's place in raster order as a share, as in the reference. */
        public static Tensor whole(int height, int width) {
            long pixels = (long) height * width;
            try (TensorScope scope = TensorScope.open()) {
                return scope.moveToOuter(Torch.arange(pixels, DType.FLOAT32, Device.CPU)
                        .div(pixels)
                        .view(1, 1, height, width));
            }
        }
    }
}
