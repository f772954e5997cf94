package org.gatun.gpt;

/** The reference's {@code AlternateParsing}: row by row, every second row from right to left. */
public record AlternateParsingOrder() implements CodeOrder {

    @Override
    public long[] indices(int height, int width) {
        long[] indices = new long[height * width];
        for (int row = 0; row < height; row++) {
            for (int i = 0; i < width; i++) {
                int column = row % 2 == 0 ? i : width - 1 - i;
                indices[row * width + i] = (long) row * width + column;
            }
        }
        return indices;
    }
}
