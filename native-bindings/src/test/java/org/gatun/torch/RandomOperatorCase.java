package org.gatun.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * A row for an operator that draws: of many elements, the dtype, the bounds, and mean and variance up to five standard errors.
 *
 * @param fourthMoment about the mean: how far the variance of a sample strays depends on it
 */
record RandomOperatorCase(
        String operator,
        Supplier<Tensor> draw,
        DType dtype,
        double min,
        double max,
        double mean,
        double variance,
        double fourthMoment)
        implements OperatorRow {

    /** Elements that every row draws. */
    static final int SAMPLES = 20_000;

    private static final double STANDARD_ERRORS = 5;

    Stream<DynamicTest> tests() {
        return Stream.of(
                dynamicTest(operator + " draws from its distribution", this::drawsFromItsDistribution),
                dynamicTest(operator + " draws the same again from the same seed", this::dependsOnTheSeedAlone));
    }

    @Override
    public void run() {
        draw.get();
    }

    private double[] sample(long seed) {
        Generator.manualSeed(seed);
        try (var _ = TensorScope.open()) {
            Tensor drawn = draw.get();
            assertThat(drawn.dtype()).isEqualTo(dtype);
            return drawn.toDoubleArray();
        }
    }

    private void drawsFromItsDistribution() {
        double[] sample = sample(7);
        assertThat(sample).hasSize(SAMPLES);
        double sampleMean = Arrays.stream(sample).average().orElseThrow();
        double sampleVariance = Arrays.stream(sample)
                .map(x -> (x - mean) * (x - mean))
                .average()
                .orElseThrow();
        assertThat(Arrays.stream(sample).allMatch(x -> min <= x && x <= max))
                .as("all between %s and %s", min, max)
                .isTrue();
        assertThat(sampleMean).isCloseTo(mean, within(STANDARD_ERRORS * Math.sqrt(variance / SAMPLES)));
        double varianceOfVariance = fourthMoment - variance * variance;
        assertThat(sampleVariance)
                .isCloseTo(variance, within(STANDARD_ERRORS * Math.sqrt(varianceOfVariance / SAMPLES) + 1e-9));
    }

    private void dependsOnTheSeedAlone() {
        double[] sample = sample(11);
        assertThat(sample(11)).isEqualTo(sample);
        assertThat(sample(12)).isNotEqualTo(sample);
    }
}
