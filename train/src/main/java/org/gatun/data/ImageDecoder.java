package org.gatun.data;

import com.twelvemonkeys.image.ResampleOp;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Reads a picture file and resizes its shortest side by linear interpolation, widened when it shrinks to the area that a
 * new pixel covers, so that fine patterns don't alias (as torchvision does with {@code antialias=True}). Palettes, grey, CMYK and 16-bit pictures become 8-bit RGB, transparent parts white, and
 * photographs are turned upright by their EXIF data. Of a file with several pictures, the first is read. Safe for use by
 * several threads.
 */
public final class ImageDecoder {
    /** More than this is damage or an attack, not a picture to train on; Pillow draws the line there too. */
    private static final long MAX_PIXELS = 1L << 27;

    private static final int MAX_ASPECT_RATIO = 32;

    private final ImageTransform transform;
    private final long maxPixels;

    public ImageDecoder(ImageTransform transform) {
        this(transform, MAX_PIXELS);
    }

    /** One that refuses pictures of more pixels before it unpacks them: for those of strangers. */
    public ImageDecoder(ImageTransform transform, long maxPixels) {
        this.transform = transform;
        this.maxPixels = maxPixels;
    }

    /**
     * Reads, resizes, crops and flips a picture.
     *
     * @param random decides a random crop and flip
     * @param target gets 3 x size x size float32 values in [-1, 1], in the transform's layout
     * @throws UnreadableImageException if the file is no picture or damaged; {@code target} is then unchanged
     */
    public void decode(Path file, RandomGenerator random, MemorySegment target) throws UnreadableImageException {
        RgbImage image = decode(file);
        new PixelPlacement(transform).place(image, random, target, 0);
    }

    /** The same for a picture that is in memory; the exception names no file. */
    public void decode(byte[] picture, RandomGenerator random, MemorySegment target) throws UnreadableImageException {
        new PixelPlacement(transform).place(decode(null, picture), random, target, 0);
    }

    /**
     * Reads and resizes a picture, leaving to be done what may be different each time: the whole of it for a random crop,
     * the middle square for a centred one.
     */
    RgbImage decode(Path file) throws UnreadableImageException {
        return decode(file, bytes(file));
    }

    private RgbImage decode(Path file, byte[] bytes) throws UnreadableImageException {
        BufferedImage image = read(file, bytes, maxPixels);
        try {
            Frame frame = Frame.of(image.getWidth(), image.getHeight(), transform);
            BufferedImage resized = resize(RgbConversion.toRgb(image, frame.region()), frame);
            return toBytes(isJpeg(bytes) ? Orientation.ofJpeg(bytes).apply(resized) : resized);
        } catch (RuntimeException e) {
            throw damaged(file, e); // such as a palette that lacks a colour in use
        }
    }

    /** The picture in a file as it stands there. */
    static BufferedImage read(Path file) throws UnreadableImageException {
        return read(file, bytes(file), MAX_PIXELS);
    }

    private static BufferedImage read(Path file, byte[] bytes, long maxPixels) throws UnreadableImageException {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new UnreadableImageException(file, bytes.length == 0 ? "empty file" : "not a picture", null);
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return read(file, reader, maxPixels);
            } finally {
                reader.dispose();
            }
        } catch (UnreadableImageException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw damaged(file, e); // readers throw all kinds of runtime exceptions on damaged files
        }
    }

    private static UnreadableImageException damaged(Path file, Exception e) {
        String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new UnreadableImageException(file, reason, e);
    }

    private static byte[] bytes(Path file) throws UnreadableImageException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new UnreadableImageException(file, "the file is gone", e);
        } catch (IOException e) {
            throw new UnreadableImageException(file, e.toString(), e);
        }
    }

    private static BufferedImage read(Path file, ImageReader reader, long maxPixels) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > maxPixels) {
            throw new UnreadableImageException(file, width + "x" + height + " pixels are too many", null);
        }
        if (Math.max(width, height) > (long) MAX_ASPECT_RATIO * Math.min(width, height)) {
            throw new UnreadableImageException(
                    file, width + "x" + height + ": more than " + MAX_ASPECT_RATIO + " times as long as wide", null);
        }
        List<String> warnings = new ArrayList<>();
        reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
        BufferedImage image = reader.read(0);
        // A JPEG that ends too early is filled up with grey, which is only warned of.
        for (String warning : warnings) {
            if (warning.toLowerCase(Locale.ROOT).contains("premature end")) {
                throw new UnreadableImageException(file, warning, null);
            }
        }
        return image;
    }

    private static boolean isJpeg(byte[] bytes) {
        return bytes.length > 1 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xD8;
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
