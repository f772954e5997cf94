package org.gatun.data;

/**
 * Linear interpolation of numbers, one dimension after the other, widened when it shrinks to the area that a new number covers: what
 * {@link ImageDecoder} does with colours.
 */
final class LinearResize {
    private LinearResize() {}

    /** Resizes {@code (region.height, region.width)} numbers to {@code (height, width)} of the frame. */
    static float[] resize(float[] values, Frame frame) {
        int width = frame.region().width;
        int height = frame.region().height;
        float[] wide = rows(values, width, height, frame.width()); // (height, new width)
        float[] turned = transposed(wide, frame.width(), height);
        float[] resized = rows(turned, height, frame.width(), frame.height());
        return transposed(resized, frame.height(), frame.width());
    }

    /** Each of {@code rows} rows of {@code from} numbers becomes one of {@code to}. */
    private static float[] rows(float[] values, int from, int rows, int to) {
        if (from == to) {
            return values;
        }
        double scale = (double) from / to;
        double reach = Math.max(1, scale);
        float[] resized = new float[rows * to];
        for (int x = 0; x < to; x++) {
            double center = (x + 0.5) * scale - 0.5;
            int first = Math.max(0, (int) Math.ceil(center - reach));
            int last = Math.min(from - 1, (int) Math.floor(center + reach));
            double[] weights = new double[last - first + 1];
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                weights[i] = Math.max(0, 1 - Math.abs(first + i - center) / reach);
                sum += weights[i];
            }
            for (int row = 0; row < rows; row++) {
                double value = 0;
                for (int i = 0; i < weights.length; i++) {
                    value += weights[i] * values[row * from + first + i];
                }
                resized[row * to + x] = (float) (value / sum);
            }
        }
        return resized;
    }

    /** (height, width) to (width, height). */
    private static float[] transposed(float[] values, int width, int height) {
        float[] turned = new float[values.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                turned[x * height + y] = values[y * width + x];
            }
        }
        return turned;
    }
}
