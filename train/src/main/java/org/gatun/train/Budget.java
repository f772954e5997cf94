package org.gatun.train;

import java.time.Duration;

/**
 * How long a run may last: whichever comes first.
 *
 * @param steps steps at most
 * @param time wall-clock time at most, or null for any
 */
public record Budget(long steps, Duration time) {

    public Budget {
        if (steps < 1) {
            throw new IllegalArgumentException("a run has one step at least, not " + steps);
        }
    }

    public static Budget ofSteps(long steps) {
        return new Budget(steps, null);
    }

    /** The share that is used up, in [0, 1]; the run is over at 1. */
    public double used(long stepsDone, Duration elapsed) {
        double bySteps = (double) stepsDone / steps;
        double byTime = time == null ? 0 : (double) elapsed.toNanos() / time.toNanos();
        return Math.min(1, Math.max(bySteps, byTime));
    }
}
