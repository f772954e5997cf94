package org.gatun.parity;

import java.util.List;

/**
 * How well a case agrees with the reference. Errors are relative, 0 where nothing was compared.
 *
 * @param outputs the largest error of an output
 * @param gradients the largest error of a gradient
 * @param losses the largest error of a loss
 * @param unequalIndices number of indices that are not the same
 * @param failures what is beyond the bound, for the reader
 */
public record ParityResult(
        String name,
        String kind,
        double outputs,
        double gradients,
        double losses,
        long unequalIndices,
        List<String> failures) {

    /** The largest relative error that still agrees. */
    public static final double BOUND = 1e-6;

    /** The same for what several steps of training gave. */
    public static final double TRAINING_BOUND = 1e-5;

    /**
     * The same for outputs in float32. Seen: 2.2e-6 for the first stages, 4.8e-7 for the transformers, 4.9e-8 for LPIPS; deeper networks
     * round more often.
     */
    public static final double FLOAT32_BOUND = 1e-4;

    /** Of a case whose configuration, file or computation raised {@code error}. */
    static ParityResult notComputed(Fixture fixture, RuntimeException error) {
        return new ParityResult(
                fixture.name(), fixture.kind(), Double.NaN, Double.NaN, Double.NaN, 0, List.of(error.getMessage()));
    }

    /** Whether everything agrees. */
    public boolean pass() {
        return failures.isEmpty();
    }
}
