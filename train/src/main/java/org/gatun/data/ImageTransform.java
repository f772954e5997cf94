package org.gatun.data;

/**
 * From a picture of any shape to a square of pixels: the shortest side is resized to {@code size}, a square is cut out,
 * and half of the pictures are mirrored if {@code randomFlip} is set.
 *
 * @param size side of the square in pixels
 */
public record ImageTransform(int size, Crop crop, boolean randomFlip, PixelLayout layout) {
    public ImageTransform {
        if (size < 1) {
            throw new IllegalArgumentException("the size must be positive, not " + size);
        }
    }

    /** Random crops and flips, channels first. */
    public static ImageTransform training(int size) {
        return new ImageTransform(size, Crop.RANDOM, true, PixelLayout.CHANNELS_FIRST);
    }

    /** The middle of each picture as it is, channels first. */
    public static ImageTransform evaluation(int size) {
        return new ImageTransform(size, Crop.CENTER, false, PixelLayout.CHANNELS_FIRST);
    }

    /** Bytes of one transformed picture as float32. */
    long byteSize() {
        return 3L * size * size * Float.BYTES;
    }
}
