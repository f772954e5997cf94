package org.gatun.train;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How far a run had come when a checkpoint was written.
 *
 * @param steps done
 * @param elapsed time spent on them, in all the processes that the run has had
 * @param metricsBytes length of the file of metrics
 */
record LoopState(long steps, Duration elapsed, long metricsBytes) {

    private static final String STEPS = "global_step";
    private static final String ELAPSED = "elapsed_nanos";
    private static final String METRICS = "metrics_bytes";

    static final LoopState START = new LoopState(0, Duration.ZERO, 0);

    static LoopState of(Map<String, String> texts) {
        return new LoopState(
                Long.parseLong(texts.get(STEPS)),
                Duration.ofNanos(Long.parseLong(texts.get(ELAPSED))),
                Long.parseLong(texts.get(METRICS)));
    }

    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(STEPS, Long.toString(steps));
        texts.put(ELAPSED, Long.toString(elapsed.toNanos()));
        texts.put(METRICS, Long.toString(metricsBytes));
        return texts;
    }
}
