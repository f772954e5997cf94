package org.gatun.data;

import com.twelvemonkeys.image.ResampleOp;
import java.awt.Rectangle;
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

    public ImageDecoder(ImageTransform transform) {
        this.transform = transform;
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

    /**
     * Reads and resizes a picture, leaving to be done what may be different each time: the whole of it for a random crop,
     * the middle square for a centred one.
     */
    RgbImage decode(Path file) throws UnreadableImageException {
        byte[] bytes = read(file);
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new UnreadableImageException(file, bytes.length == 0 ? "empty file" : "not a picture", null);
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return decode(file, reader, bytes);
            } finally {
                reader.dispose();
            }
        } catch (UnreadableImageException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Readers throw all kinds of runtime exceptions on damaged files.
            String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw new UnreadableImageException(file, reason, e);
        }
    }

    private static byte[] read(Path file) throws UnreadableImageException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new UnreadableImageException(file, "the file is gone", e);
        } catch (IOException e) {
            throw new UnreadableImageException(file, e.toString(), e);
        }
    }

    private RgbImage decode(Path file, ImageReader reader, byte[] bytes) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MAX_PIXELS) {
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
        BufferedImage resized = resize(RgbConversion.toRgb(image, region(image)));
        boolean isJpeg = bytes.length > 1 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xD8;
        return toBytes(isJpeg ? Orientation.ofJpeg(bytes).apply(resized) : resized);
    }

    private Rectangle region(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        if (transform.crop() == Crop.RANDOM) {
            return new Rectangle(width, height);
        }
        int side = Math.min(width, height);
        return new Rectangle((width - side) / 2, (height - side) / 2, side, side);
    }

    private BufferedImage resize(BufferedImage image) {
        int size = transform.size();
        int width = image.getWidth();
        int height = image.getHeight();
        int shortest = Math.min(width, height);
        if (shortest == size) {
            return image;
        }
        int newWidth = Math.toIntExact(Math.round((double) width * size / shortest));
        int newHeight = Math.toIntExact(Math.round((double) height * size / shortest));
        return new ResampleOp(newWidth, newHeight, ResampleOp.FILTER_TRIANGLE).filter(image, null);
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
