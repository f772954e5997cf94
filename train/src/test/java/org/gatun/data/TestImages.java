package org.gatun.data;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/** Small pictures for tests. */
final class TestImages {
    private TestImages() {}

    /** A picture of one colour, given as 0xRRGGBB. */
    static BufferedImage plain(int width, int height, int rgb) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, rgb);
            }
        }
        return image;
    }

    /** A left half of one colour and a right half of another. */
    static BufferedImage halves(int width, int height, int left, int right) {
        BufferedImage image = plain(width, height, left);
        for (int y = 0; y < height; y++) {
            for (int x = width / 2; x < width; x++) {
                image.setRGB(x, y, right);
            }
        }
        return image;
    }

    /** Writes a file in the format that its name ends in. */
    static Path write(BufferedImage image, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        String name = file.getFileName().toString();
        if (!ImageIO.write(image, name.substring(name.lastIndexOf('.') + 1), file.toFile())) {
            throw new IOException("no writer for " + file);
        }
        return file;
    }

    /** Writes {@code count} pictures {@code 000.png} and so on; the red of picture i is i. */
    static void writeNumbered(Path directory, int count, int size) throws IOException {
        for (int i = 0; i < count; i++) {
            write(plain(size, size, i << 16), directory.resolve("%03d.png".formatted(i)));
        }
    }

    /** A picture as (3, size, size) floats. */
    static float[] decode(ImageTransform transform, Path file) throws UnreadableImageException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment target = arena.allocate(transform.byteSize(), Float.BYTES);
            new ImageDecoder(transform).decode(file, new SplittableRandom(1), target);
            return target.toArray(ValueLayout.JAVA_FLOAT);
        }
    }

    /** The three channels of pixel (y, x) of a channels-first picture. */
    static float[] pixel(float[] image, int size, int y, int x) {
        int plane = size * size;
        return new float[] {image[y * size + x], image[plane + y * size + x], image[2 * plane + y * size + x]};
    }
}
