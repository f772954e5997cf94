package org.gatun.train;

import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.gatun.data.BatchOptions;
import org.gatun.data.BatchSource;
import org.gatun.data.Crop;
import org.gatun.data.ImageDataset;
import org.gatun.data.ImageTransform;
import org.gatun.plot.Panel;

/** Trains a first stage on a data set of pictures, and leaves weights, sheets and curves in the run's folder. */
public final class VqganTrainer {

    /** What is usual. */
    public static final Evaluations EVALUATIONS = new Evaluations.Times(8);

    private final VqganTraining training;
    private final RunDirectory run;
    private final Consumer<String> log;

    /**
     * What training came to.
     *
     * @param finished whether the budget is used up; otherwise the run was interrupted
     * @param quality on the held-out pictures, at the end or, for a run that was interrupted, when last measured; or null
     * @param curves of all that was measured
     */
    public record Outcome(boolean finished, ReconstructionQuality quality, List<Panel> curves) {}

    /**
     * @param training the caller's
     * @param log told what happens, a line at a time
     */
    public VqganTrainer(VqganTraining training, RunDirectory run, Consumer<String> log) {
        this.training = training;
        this.run = run;
        this.log = log;
    }

    /**
     * Trains until the budget is used up or the run is interrupted, and saves.
     *
     * @param transform what is done to pictures in training
     * @param evaluations when it measures itself on the held-out pictures besides at the end
     * @param interrupted asked after each step whether to stop early
     */
    public Outcome train(
            ImageDataset dataset,
            ImageTransform transform,
            Budget budget,
            Evaluations evaluations,
            LoopSettings loopSettings,
            BooleanSupplier interrupted) {
        VqganSettings settings = training.settings();
        try (BatchSource source = BatchSource.open(
                        dataset.train(),
                        transform,
                        BatchOptions.training(settings.stepSize(), settings.seed())
                                .withMemory(Batches.memory(training.device())));
                BatchSource heldOut = BatchSource.open(
                        dataset.val(),
                        transform.with(Crop.CENTER, false),
                        BatchOptions.evaluation(settings.batchSize()).withMemory(Batches.memory(training.device())));
                VqganTask task = new VqganTask(training, source, heldOut, evaluations, run.reconstructions());
                TrainingLoop loop = new TrainingLoop(task, run, loopSettings, log)) {
            report(dataset);
            boolean finished = loop.run(budget, interrupted);
            if (finished) {
                training.finish();
            }
            return new Outcome(finished, task.quality(), task.panels(loop.metrics()));
        }
    }

    private void report(ImageDataset dataset) {
        log.accept(String.format(
                Locale.ROOT,
                "%d pictures to train on, %d held out; %s",
                dataset.train().size(),
                dataset.val().size(),
                new NetworkSummary(
                        training.parameterCount(),
                        training.settings().learningRate(),
                        training.settings().precision(),
                        training.device())));
    }
}
