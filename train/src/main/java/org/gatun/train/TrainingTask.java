package org.gatun.train;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.gatun.plot.Panel;

/** What a {@link TrainingLoop} repeats: steps of one stage on its data, measured on pictures that it does not learn from. */
interface TrainingTask {

    /** What stands before the progress. */
    String name();

    /** Pictures a step. */
    int batchSize();

    long stepsDone();

    /**
     * Trains on the next batch.
     *
     * @param used share of the run that is over, in [0, 1]
     * @return reads the step's losses by name, which waits for the device; usable while the scope is open in which the step ran
     */
    Supplier<Map<String, Double>> step(double used);

    /** What the held-out pictures say, by name. */
    Map<String, Double> evaluate();

    /** When {@link #evaluate} is called besides at the end. */
    Evaluations evaluations();

    /** The newest of {@code metrics} in a few words. */
    String summary(MetricLog metrics);

    /** All of {@code metrics} as curves. */
    List<Panel> panels(MetricLog metrics);
}
