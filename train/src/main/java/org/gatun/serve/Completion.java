package org.gatun.serve;

/**
 * A picture of which a part is kept, and the rest drawn anew.
 *
 * @param pixels (3, H, W) in [-1, 1], of the size that the result will have
 * @param keep the side at which the kept part lies
 * @param share of the picture that is kept, above 0 and below 1
 */
record Completion(float[] pixels, KeptSide keep, double share) {

    /** Which of {@code rows x columns} codes are kept, in raster order: one row or column at least, and not all. */
    boolean[] known(int rows, int columns) {
        boolean[] known = new boolean[rows * columns];
        int length = keep.isHorizontal() ? columns : rows;
        int kept = Math.clamp(Math.round(share * length), 1, Math.max(1, length - 1));
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int at = keep.isHorizontal() ? column : row;
                known[row * columns + column] = keep.isAtStart() ? at < kept : at >= length - kept;
            }
        }
        return known;
    }
}
