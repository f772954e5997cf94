package org.gatun.data;

/**
 * From a picture of any shape to a square of pixels: the shortest side is resized to {@code size}, a square is cut out,
 * and half of the pictures are mirrored if {@code randomFlip} is set.
 *
 * @param size side of the square in pixels
 * @param layout of pictures with three channels
 * @param kind what the files hold
 */
public record ImageTransform(int size, Crop crop, boolean randomFlip, PixelLayout layout, PictureKind kind) {
    public ImageTransform {
        if (size < 1) {
            throw new IllegalArgumentException("the size must be positive, not " + size);
        }
    }

    /** Of pictures for the eye. */
    public ImageTransform(int size, Crop crop, boolean randomFlip, PixelLayout layout) {
        this(size, crop, randomFlip, layout, new PictureKind.Color());
    }

    /** Random crops and flips, channels first. */
    public static ImageTransform training(int size) {
        return new ImageTransform(size, Crop.RANDOM, true, PixelLayout.CHANNELS_FIRST);
    }

    /** The middle of each picture as it is, channels first. */
    public static ImageTransform evaluation(int size) {
        return new ImageTransform(size, Crop.CENTER, false, PixelLayout.CHANNELS_FIRST);
    }

    /** The same of files of another kind. */
    public ImageTransform withKind(PictureKind other) {
        return new ImageTransform(size, crop, randomFlip, layout, other);
    }

    /** The same with another way to crop and flip. */
    public ImageTransform with(Crop otherCrop, boolean flip) {
        return new ImageTransform(size, otherCrop, flip, layout, kind);
    }

    /** Bytes of one transformed picture as float32. */
    long byteSize() {
        return (long) kind.storedChannels() * size * size * Float.BYTES;
    }
}
