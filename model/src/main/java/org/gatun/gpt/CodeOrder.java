package org.gatun.gpt;

/** The order in which the transformer sees the codes of a picture; the reference's permuters. */
public sealed interface CodeOrder
        permits RasterOrder, SubsampleOrder, ZCurveOrder, SpiralOrder, RandomOrder, AlternateParsingOrder {

    /**
     * For each place in the sequence, the raster index ({@code row * width + column}) of the code that stands there.
     *
     * @throws IllegalArgumentException if the order is not defined for maps of this shape
     */
    long[] indices(int height, int width);

    /** Demands a square of a power of two, which the recursive orders need. */
    static void requirePowerOfTwoSquare(String name, int height, int width) {
        if (height != width || Integer.bitCount(height) != 1) {
            throw new IllegalArgumentException(
                    name + " needs a square map whose side is a power of two, not " + height + "x" + width);
        }
    }
}
