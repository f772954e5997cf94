package org.gatun.gpt;

/**
 * The reference's {@code SpiralOut} and {@code SpiralIn}: from the centre of a square map of even side outwards, or the same path
 * backwards.
 */
public record SpiralOrder(Direction direction) implements CodeOrder {

    /** Which end of the path comes first. */
    public enum Direction {
        OUT,
        IN
    }

    @Override
    public long[] indices(int height, int width) {
        if (height != width || height % 2 != 0) {
            throw new IllegalArgumentException("spiral needs a square map of even side, not " + height + "x" + width);
        }
        long[] path = outwards(height);
        if (direction == Direction.IN) {
            for (int i = 0, j = path.length - 1; i < j; i++, j--) {
                long other = path[i];
                path[i] = path[j];
                path[j] = other;
            }
        }
        return path;
    }

    private static long[] outwards(int side) {
        int[][] steps = {{-1, 0}, {0, 1}, {1, 0}, {0, -1}}; // up, right, down, left
        long[] path = new long[side * side];
        int row = side / 2;
        int column = side / 2 - 1;
        int count = 0;
        path[count++] = (long) row * side + column;
        // Runs of 1, 1, 2, 2, 3, 3, ... steps; the last one ends with the map.
        for (int run = 0; count < path.length; run++) {
            int[] step = steps[run % 4];
            for (int i = 0; i <= run / 2 && count < path.length; i++) {
                row += step[0];
                column += step[1];
                path[count++] = (long) row * side + column;
            }
        }
        return path;
    }
}
