package org.gatun.gpt;

/**
 * The reference's {@code ZCurve}: Morton order, each quarter of the map before the next. The map is a square, or two side by side: with
 * other shapes the codes' places would have gaps, and the reference's way back goes wrong.
 */
public record ZCurveOrder() implements CodeOrder {

    @Override
    public long[] indices(int height, int width) {
        if (Integer.bitCount(height) != 1 || width != height && width != 2 * height) {
            throw new IllegalArgumentException(
                    "z-curve needs a map whose height is a power of two and whose width is the same"
                            + " or twice that, not " + height + "x" + width);
        }
        long[] indices = new long[height * width];
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                indices[(int) (2 * spread(row) + spread(column))] = (long) row * width + column;
            }
        }
        return indices;
    }

    /** The bits of {@code value}, each followed by a zero. */
    private static long spread(int value) {
        return Long.expand(value, 0x5555_5555_5555_5555L);
    }
}
