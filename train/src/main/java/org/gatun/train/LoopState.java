package org.gatun.train;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How far a run had come when a checkpoint was written.
 *
 * @param steps done
 * @param elapsed time spent on them, in all the processes that the run has had
 * @param elapsedAtStep time when the last step was done: up to there evaluations are done
 * @param metricsBytes length of the file of metrics
 */
record LoopState(long steps, Duration elapsed, Duration elapsedAtStep, long metricsBytes) {

    private static final String STEPS = "global_step";
    private static final String ELAPSED = "elapsed_nanos";
    private static final String ELAPSED_AT_STEP = "elapsed_at_step_nanos";
    private static final String METRICS = "metrics_bytes";

    static final LoopState START = new LoopState(0, Duration.ZERO, Duration.ZERO, 0);

    static LoopState of(Map<String, String> texts) {
        return new LoopState(
                Long.parseLong(texts.get(STEPS)),
                Duration.ofNanos(Long.parseLong(texts.get(ELAPSED))),
                // Older checkpoints have no such time.
                Duration.ofNanos(Long.parseLong(texts.getOrDefault(ELAPSED_AT_STEP, texts.get(ELAPSED)))),
                Long.parseLong(texts.get(METRICS)));
    }

    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(STEPS, Long.toString(steps));
        texts.put(ELAPSED, Long.toString(elapsed.toNanos()));
        texts.put(ELAPSED_AT_STEP, Long.toString(elapsedAtStep.toNanos()));
        texts.put(METRICS, Long.toString(metricsBytes));
        return texts;
    }
}
