package org.gatun.plot;

import java.awt.image.BufferedImage;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;

/**
 * Pictures of one size as a model makes them.
 *
 * @param pixels float32 of shape (count, 3, height, width), red first; -1 is dark and 1 bright
 */
public record Pictures(MemorySegment pixels, int count, int height, int width) {
    private static final int CHANNELS = 3;
    private static final int OPAQUE = 0xFF << 24;

    public Pictures {
        long expected = (long) count * CHANNELS * height * width * Float.BYTES;
        if (count < 0 || height < 1 || width < 1 || pixels.byteSize() != expected) {
            throw new IllegalArgumentException("float32 pixels of shape (%d, 3, %d, %d) take %d bytes, not %d"
                    .formatted(count, height, width, expected, pixels.byteSize()));
        }
    }

    /** Pictures in an array of shape (count, 3, height, width). */
    public static Pictures of(float[] pixels, int count, int height, int width) {
        return new Pictures(MemorySegment.ofArray(pixels), count, height, width);
    }

    /**
     * Rows of {@code columns} pictures taken from each source in turn: the first row of each, then the second of each. Inputs
     * over their reconstructions are {@code Pictures.alternatingRows(8, List.of(inputs, reconstructions))}. Where the last
     * row isn't full, white pictures fill it.
     *
     * @param sources with equally many pictures of one size
     * @return a copy
     */
    public static Pictures alternatingRows(int columns, List<Pictures> sources) {
        Pictures first = sources.getFirst();
        for (Pictures source : sources) {
            if (source.count != first.count || source.height != first.height || source.width != first.width) {
                throw new IllegalArgumentException("sources differ: (%d, 3, %d, %d) and (%d, 3, %d, %d)"
                        .formatted(first.count, first.height, first.width, source.count, source.height, source.width));
            }
        }
        int rows = Math.ceilDiv(first.count, columns);
        int count = rows * columns * sources.size();
        long picture = (long) CHANNELS * first.height * first.width * Float.BYTES;
        float[] white = new float[Math.toIntExact(count * picture / Float.BYTES)];
        Arrays.fill(white, 1);
        MemorySegment target = MemorySegment.ofArray(white);
        for (int row = 0; row < rows; row++) {
            for (int s = 0; s < sources.size(); s++) {
                int taken = Math.min(columns, first.count - row * columns);
                long to = (long) (row * sources.size() + s) * columns * picture;
                MemorySegment.copy(sources.get(s).pixels, row * columns * picture, target, to, taken * picture);
            }
        }
        return new Pictures(target, count, first.height, first.width);
    }

    /** One of the pictures, opaque, as {@link BufferedImage#TYPE_INT_ARGB}. */
    public BufferedImage image(int picture) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, OPAQUE | rgb(picture, y, x));
            }
        }
        return image;
    }

    /** The colour of a pixel as 0xRRGGBB: values beyond [-1, 1] are cut off, and NaN is black. */
    int rgb(int picture, int y, int x) {
        int rgb = 0;
        for (int channel = 0; channel < CHANNELS; channel++) {
            long at = (((long) picture * CHANNELS + channel) * height + y) * width + x;
            float value = pixels.get(ValueLayout.JAVA_FLOAT_UNALIGNED, at * Float.BYTES);
            rgb = rgb << Byte.SIZE | Math.clamp(Math.round((value + 1) * 127.5f), 0, 255);
        }
        return rgb;
    }
}
