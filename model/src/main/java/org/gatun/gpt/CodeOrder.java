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
}
