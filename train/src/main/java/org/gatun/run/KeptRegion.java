package org.gatun.run;

/**
 * The part of a picture that a completion keeps, as shares of width and height.
 *
 * @param left in [0, 1]
 * @param top in [0, 1]
 * @param width above 0, at most {@code 1 - left}
 * @param height above 0, at most {@code 1 - top}
 */
public record KeptRegion(double left, double top, double width, double height) {

    private static final double ROUNDING = 1e-9;

    public KeptRegion {
        boolean inside = left >= 0
                && top >= 0
                && width > 0
                && height > 0
                && left + width <= 1 + ROUNDING
                && top + height <= 1 + ROUNDING;
        if (!inside) {
            throw new IllegalArgumentException("the kept part " + left + "," + top + "," + width + "," + height
                    + " (left, top, width, height as shares) is not inside the picture");
        }
    }

    /**
     * Which of {@code rows x columns} codes are kept, in raster order: those whose middle is inside.
     *
     * @throws IllegalArgumentException if that is none of them, or all
     */
    public boolean[] known(int rows, int columns) {
        boolean[] known = new boolean[rows * columns];
        int count = 0;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double x = (column + 0.5) / columns;
                double y = (row + 0.5) / rows;
                boolean inside = x >= left && x <= left + width && y >= top && y <= top + height;
                known[row * columns + column] = inside;
                count += inside ? 1 : 0;
            }
        }
        if (count == 0 || count == known.length) {
            throw new IllegalArgumentException("the kept part holds " + (count == 0 ? "none" : "all") + " of the "
                    + rows + "x" + columns + " codes: nothing to complete");
        }
        return known;
    }
}
