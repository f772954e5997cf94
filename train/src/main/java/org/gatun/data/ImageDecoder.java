package org.gatun.data;

import com.twelvemonkeys.image.ResampleOp;
import java.awt.image.BufferedImage;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.random.RandomGenerator;

/**
 * Reads a picture file and resizes its shortest side by linear interpolation, widened when it shrinks to the area that a
 * new pixel covers, so that fine patterns don't alias (as torchvision does with {@code antialias=True}). Palettes, grey, CMYK and 16-bit pictures become 8-bit RGB, transparent parts white, and
 * photographs are turned upright by their EXIF data. Of a file with several pictures, the first is read. Safe for use by
 * several threads.
 */
final class ImageDecoder {
    private final ImageTransform transform;

    ImageDecoder(ImageTransform transform) {
        this.transform = transform;
    }

    /**
     * Reads, resizes, crops and flips a picture.
     *
     * @param random decides a random crop and flip
     * @param target gets 3 x size x size float32 values in [-1, 1], in the transform's layout
     * @throws UnreadableImageException if the file is no picture or damaged; {@code target} is then unchanged
     */
    void decode(Path file, RandomGenerator random, MemorySegment target) throws UnreadableImageException {
        RgbImage image = decode(file);
        new PixelPlacement(transform).place(image, random, target, 0);
    }

    /**
     * Reads and resizes a picture, leaving to be done what may be different each time: the whole of it for a random crop,
     * the middle square for a centred one.
     */
    RgbImage decode(Path file) throws UnreadableImageException {
        return decode(EncodedPicture.read(file));
    }

    RgbImage decode(EncodedPicture picture) throws UnreadableImageException {
        BufferedImage image = picture.unpack();
        try {
            Frame frame = Frame.of(image.getWidth(), image.getHeight(), transform);
            BufferedImage resized = resize(RgbConversion.toRgb(image, frame.region()), frame);
            return toBytes(picture.orientation().apply(resized));
        } catch (RuntimeException e) {
            throw picture.damaged(e); // such as a palette that lacks a colour in use
        }
    }

    private static BufferedImage resize(BufferedImage image, Frame frame) {
        if (image.getWidth() == frame.width() && image.getHeight() == frame.height()) {
            return image;
        }
        return new ResampleOp(frame.width(), frame.height(), ResampleOp.FILTER_TRIANGLE).filter(image, null);
    }

    private static RgbImage toBytes(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        byte[] bytes = new byte[RgbImage.CHANNELS * width * height];
        int[] line = new int[width];
        int at = 0;
        for (int y = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, line, 0, width);
            for (int rgb : line) {
                bytes[at++] = (byte) (rgb >> 16);
                bytes[at++] = (byte) (rgb >> 8);
                bytes[at++] = (byte) rgb;
            }
        }
        return new RgbImage(MemorySegment.ofArray(bytes), width, height);
    }
}
