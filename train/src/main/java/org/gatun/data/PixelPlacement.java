package org.gatun.data;

import java.lang.foreign.MemorySegment;
import java.util.random.RandomGenerator;

/** The last part of an {@link ImageTransform}: crop, flip, float32. For one thread at a time. */
final class PixelPlacement {
    private final ImageTransform transform;
    private final PixelWriter writer;

    PixelPlacement(ImageTransform transform) {
        this.transform = transform;
        this.writer = new PixelWriter(transform.size(), transform.layout());
    }

    /** Writes a picture whose shortest side is the transform's size to {@code target} from byte {@code offset} on. */
    void place(DecodedImage image, RandomGenerator random, MemorySegment target, long offset) {
        int freeX = image.width() - transform.size();
        int freeY = image.height() - transform.size();
        boolean isRandom = transform.crop() == Crop.RANDOM;
        // Shares, so that the same numbers choose the same place in a picture of another size.
        int left = isRandom ? (int) (random.nextDouble() * (freeX + 1)) : freeX / 2;
        int top = isRandom ? (int) (random.nextDouble() * (freeY + 1)) : freeY / 2;
        boolean flip = transform.randomFlip() && random.nextBoolean();
        switch (image) {
            case RgbImage rgb -> writer.write(rgb, left, top, flip, target, offset);
            case FloatMap map -> map.write(left, top, transform.size(), flip && mirrors(), target, offset);
        }
    }

    private boolean mirrors() {
        return !(transform.kind() instanceof PictureKind.Coordinates);
    }
}
