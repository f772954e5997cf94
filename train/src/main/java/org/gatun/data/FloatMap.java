package org.gatun.data;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** A decoded map of one number a pixel: {@code (height, width)} float32. */
record FloatMap(MemorySegment pixels, int width, int height) implements DecodedImage {

    static FloatMap of(float[] values, int width, int height) {
        return new FloatMap(MemorySegment.ofArray(values), width, height);
    }

    /** Each pixel's place in raster order, in [0, 1). */
    static FloatMap coordinates(int width, int height) {
        float[] places = new float[width * height];
        for (int i = 0; i < places.length; i++) {
            places[i] = (float) ((double) i / places.length);
        }
        return of(places, width, height);
    }

    @Override
    public FloatMap at(MemorySegment copy) {
        return new FloatMap(copy, width, height);
    }

    /** Writes the square of {@code size} at (left, top), mirrored if {@code flip}, to {@code target} from byte {@code offset} on. */
    void write(int left, int top, int size, boolean flip, MemorySegment target, long offset) {
        float[] row = new float[size];
        for (int y = 0; y < size; y++) {
            long from = ((long) (top + y) * width + left) * Float.BYTES;
            MemorySegment.copy(pixels, ValueLayout.JAVA_FLOAT, from, row, 0, size);
            if (flip) {
                mirror(row);
            }
            MemorySegment.copy(row, 0, target, ValueLayout.JAVA_FLOAT, offset + (long) y * size * Float.BYTES, size);
        }
    }

    private static void mirror(float[] row) {
        for (int i = 0, j = row.length - 1; i < j; i++, j--) {
            float other = row[i];
            row[i] = row[j];
            row[j] = other;
        }
    }
}
