package org.gatun.data;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Writes squares of 8-bit pictures as float32 in [-1, 1]. Has buffers of its own: for one thread at a time. */
final class PixelWriter {
    private static final float[] FLOAT_OF_BYTE = new float[256];

    static {
        for (int value = 0; value < FLOAT_OF_BYTE.length; value++) {
            FLOAT_OF_BYTE[value] = value / 127.5f - 1;
        }
    }

    /** A byte of a picture in [-1, 1]. */
    static float value(byte stored) {
        return FLOAT_OF_BYTE[stored & 0xFF];
    }

    private final int size;
    private final PixelLayout layout;
    private final byte[] row;
    private final float[] values;

    PixelWriter(int size, PixelLayout layout) {
        this.size = size;
        this.layout = layout;
        this.row = new byte[RgbImage.CHANNELS * size];
        this.values = new float[RgbImage.CHANNELS * size];
    }

    /**
     * Writes the square at (left, top) of {@code image}, mirrored if {@code flip}, to {@code target} from byte
     * {@code offset} on.
     */
    void write(RgbImage image, int left, int top, boolean flip, MemorySegment target, long offset) {
        for (int y = 0; y < size; y++) {
            long from = ((long) (top + y) * image.width() + left) * RgbImage.CHANNELS;
            MemorySegment.copy(image.pixels(), ValueLayout.JAVA_BYTE, from, row, 0, row.length);
            if (layout == PixelLayout.CHANNELS_LAST) {
                toInterleaved(flip);
                long to = offset + (long) y * values.length * Float.BYTES;
                MemorySegment.copy(values, 0, target, ValueLayout.JAVA_FLOAT, to, values.length);
            } else {
                toPlanes(flip);
                for (int channel = 0; channel < RgbImage.CHANNELS; channel++) {
                    long to = offset + ((long) channel * size + y) * size * Float.BYTES;
                    MemorySegment.copy(values, channel * size, target, ValueLayout.JAVA_FLOAT, to, size);
                }
            }
        }
    }

    private void toPlanes(boolean flip) {
        for (int x = 0; x < size; x++) {
            int from = RgbImage.CHANNELS * (flip ? size - 1 - x : x);
            values[x] = FLOAT_OF_BYTE[row[from] & 0xFF];
            values[size + x] = FLOAT_OF_BYTE[row[from + 1] & 0xFF];
            values[2 * size + x] = FLOAT_OF_BYTE[row[from + 2] & 0xFF];
        }
    }

    private void toInterleaved(boolean flip) {
        for (int x = 0; x < size; x++) {
            int from = RgbImage.CHANNELS * (flip ? size - 1 - x : x);
            for (int channel = 0; channel < RgbImage.CHANNELS; channel++) {
                values[RgbImage.CHANNELS * x + channel] = FLOAT_OF_BYTE[row[from + channel] & 0xFF];
            }
        }
    }
}
