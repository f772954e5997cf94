package org.gatun.plot;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Something measured over the steps of a run.
 *
 * @param steps ascending
 * @param values as many as {@code steps}; those that aren't finite are left out of the drawing
 */
public record Curve(String name, double[] steps, double[] values) {
    public Curve {
        if (steps.length != values.length) {
            throw new IllegalArgumentException(
                    "curve " + name + " has " + steps.length + " steps and " + values.length + " values");
        }
    }

    /** The logarithms of the values: infinite or NaN for those that aren't positive. */
    Curve log10() {
        return new Curve(name, steps, DoubleStream.of(values).map(Math::log10).toArray());
    }

    /** The points whose values are finite. */
    Curve finite() {
        int[] kept = IntStream.range(0, steps.length)
                .filter(i -> Double.isFinite(values[i]))
                .toArray();
        return new Curve(
                name,
                IntStream.of(kept).mapToDouble(i -> steps[i]).toArray(),
                IntStream.of(kept).mapToDouble(i -> values[i]).toArray());
    }

    /** At most {@code count} points, each the mean of equally many neighbours. */
    Curve thinned(int count) {
        if (steps.length <= count) {
            return this;
        }
        int each = Math.ceilDiv(steps.length, count);
        int buckets = Math.ceilDiv(steps.length, each);
        return new Curve(name, means(steps, each, buckets), means(values, each, buckets));
    }

    private static double[] means(double[] numbers, int each, int buckets) {
        return IntStream.range(0, buckets)
                .mapToDouble(bucket -> IntStream.range(bucket * each, Math.min((bucket + 1) * each, numbers.length))
                        .mapToDouble(i -> numbers[i])
                        .average()
                        .orElseThrow())
                .toArray();
    }

    /** The curve after a Gaussian filter whose standard deviation is {@code deviation} points; it doesn't lag behind. */
    Curve smoothed(double deviation) {
        int reach = (int) Math.ceil(3 * deviation);
        double[] smooth = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double sum = 0;
            double weights = 0;
            for (int j = Math.max(0, i - reach); j <= Math.min(values.length - 1, i + reach); j++) {
                double distance = (j - i) / deviation;
                double weight = Math.exp(-distance * distance / 2);
                sum += weight * values[j];
                weights += weight;
            }
            smooth[i] = sum / weights;
        }
        return new Curve(name, steps, smooth);
    }
}
