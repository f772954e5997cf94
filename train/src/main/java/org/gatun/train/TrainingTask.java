package org.gatun.train;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.gatun.data.UnreadableImages;
import org.gatun.optim.SkippedSteps;
import org.gatun.plot.Panel;
import org.gatun.torch.Device;
import org.gatun.torch.Tensor;

/** What a {@link TrainingLoop} repeats: steps of one stage on its data, measured on pictures that it does not learn from. */
interface TrainingTask {

    /** What stands before the progress. */
    String name();

    /** Where it computes. */
    Device device();

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

    /** Arithmetic operations of the last step. */
    double stepFlops();

    /** The pictures that could not be read so far, of each source of them. */
    List<UnreadableImages> unreadable();

    /** The steps of each optimizer that were left out because something was not finite. */
    List<SkippedSteps> skipped();

    /**
     * What the held-out pictures say.
     *
     * @param isLast whether the run is over
     */
    Evaluation evaluate(boolean isLast);

    /** When {@link #evaluate} is called besides at the end. */
    Evaluations evaluations();

    /** The newest of {@code metrics} in a few words. */
    String summary(MetricLog metrics);

    /** All of {@code metrics} as curves. */
    List<Panel> panels(MetricLog metrics);

    /**
     * The tensors that a run needs to go on: weights, what optimizers remember, counts. They are the task's own, not to be closed; a
     * checkpoint holds copies, and resuming copies those back.
     */
    Map<String, Tensor> state();

    /** What else it needs, by name: where it stands in its data, say. */
    Map<String, String> position();

    /** Goes on where {@link #position} and {@link #stepsDone} once were, after {@link #state} has been copied back. */
    void resume(long stepsDone, Map<String, String> position);

    /** Writes what is needed to use the network, as far as it is trained. */
    void saveWeights(Path file);
}
