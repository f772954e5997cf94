package org.gatun.train;

import java.time.Duration;

/**
 * What a run does besides training.
 *
 * @param logEvery steps between two readings of the losses, each of which waits for the device
 * @param saveEvery steps between two checkpoints at most
 * @param saveInterval time between two checkpoints at most
 * @param keep checkpoints that are kept, the newest ones
 * @param resume whether the run goes on from its newest checkpoint
 * @param peak what the device reaches at best, to compare with; null for no comparison
 */
public record LoopSettings(
        int logEvery, long saveEvery, Duration saveInterval, int keep, boolean resume, DevicePeak peak) {

    /** A new run with a checkpoint every ten minutes. */
    public static final LoopSettings DEFAULT = new LoopSettings(10, Long.MAX_VALUE, Duration.ofMinutes(10), 3, false);

    public LoopSettings {
        requirePositive("the steps between readings", logEvery);
        requirePositive("the steps between checkpoints", saveEvery);
        requirePositive("the number of checkpoints kept", keep);
    }

    /** Without a comparison. */
    public LoopSettings(int logEvery, long saveEvery, Duration saveInterval, int keep, boolean resume) {
        this(logEvery, saveEvery, saveInterval, keep, resume, null);
    }

    /** The same with a comparison. */
    public LoopSettings withPeak(DevicePeak other) {
        return new LoopSettings(logEvery, saveEvery, saveInterval, keep, resume, other);
    }

    private static void requirePositive(String what, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(what + " must be at least 1, not " + value);
        }
    }
}
