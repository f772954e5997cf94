package org.gatun.gpt;

/**
 * The reference's {@code Subsample}: the map is parted into the four maps of every second row and column, again and again; the first
 * quarter of the sequence is a coarse version of the picture.
 */
public record SubsampleOrder() implements CodeOrder {

    @Override
    public long[] indices(int height, int width) {
        if (height != width || Integer.bitCount(height) != 1) {
            throw new IllegalArgumentException(
                    "subsample needs a square map whose side is a power of two, not " + height + "x" + width);
        }
        long[] indices = new long[height * width];
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                indices[place(row, column, height)] = (long) row * width + column;
            }
        }
        return indices;
    }

    /** The lowest bits of row and column choose the largest part of the sequence. */
    private static int place(int row, int column, int side) {
        int place = 0;
        for (int bit = 1; bit < side; bit <<= 1) {
            place = 4 * place + 2 * ((row & bit) / bit) + (column & bit) / bit;
        }
        return place;
    }
}
