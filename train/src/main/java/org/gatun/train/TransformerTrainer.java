package org.gatun.train;

import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.gatun.checkpoint.WeightFile;
import org.gatun.gpt.SamplingOptions;
import org.gatun.plot.Panel;
import org.gatun.run.Stages;

/** Trains a transformer on the codes of a folder of pictures, and leaves weights, samples and curves in its folder. */
public final class TransformerTrainer {

    private final TransformerTraining training;
    private final Stages stages;
    private final RunDirectory run;
    private final Consumer<String> log;

    /**
     * What training came to.
     *
     * @param finished whether the budget is used up; otherwise the run was interrupted
     * @param loss the smallest on the held-out pictures, in nats a code; infinite before it was measured
     * @param curves of all that was measured
     */
    public record Outcome(boolean finished, double loss, List<Panel> curves) {}

    /**
     * @param training the caller's
     * @param stages make codes and conditions; they are not trained, and the caller's
     * @param log told what happens, a line at a time
     */
    public TransformerTrainer(TransformerTraining training, Stages stages, RunDirectory run, Consumer<String> log) {
        this.training = training;
        this.stages = stages;
        this.run = run;
        this.log = log;
    }

    /**
     * Trains until the budget is used up or the run is interrupted, saves, and then goes back to the weights with the smallest loss on
     * held-out pictures.
     *
     * @param sampling how the pictures of the sheet of samples are drawn
     * @param interrupted asked after each step, and while codes are made, whether to stop early
     */
    public Outcome train(
            TrainingPictures pictures,
            CodeOptions codes,
            SamplingOptions sampling,
            Budget budget,
            LoopSettings loopSettings,
            BooleanSupplier interrupted) {
        TransformerSettings settings = training.settings();
        if (loopSettings.resume()) { // before codes are made, in place of those that are there
            new Checkpoints(run.trainingStates(), loopSettings.keep())
                    .newest()
                    .ifPresent(path ->
                            TransformerTask.checkStages(WeightFile.open(path).metadata(), stages.weights()));
        }
        CodeEncoder encoder = new CodeEncoder(stages, settings.precision(), training.device());
        CodeSources sources = new CodeSources(
                pictures,
                encoder,
                codes,
                settings.stepSize(),
                new UnreadableReport(codes.folder().resolve("unreadable.txt"), log),
                log,
                interrupted);
        try (CodeSource train = sources.train(settings.seed());
                CodeDataset heldOut = sources.heldOut()) {
            Preview preview = new Preview(stages, heldOut, sampling, settings.conditionDropout() > 0, run.samples());
            try (TransformerTask task = new TransformerTask(training, train, heldOut, preview, stages.weights());
                    TrainingLoop loop = new TrainingLoop(task, run, loopSettings, log)) {
                log.accept(String.format(
                        Locale.ROOT,
                        "%s as %d codes each to train on, %d held out; %s",
                        describe(train, pictures),
                        heldOut.codes().size(1),
                        heldOut.size(),
                        new NetworkSummary(
                                training.parameterCount(),
                                settings.learningRate(),
                                settings.precision(),
                                training.device())));
                boolean finished = loop.run(budget, interrupted);
                task.best().restore();
                if (finished) {
                    preview.write(training.model());
                }
                return new Outcome(finished, task.best().bestLoss(), task.panels(loop.metrics()));
            }
        } catch (EncodingCancelledException e) { // before the first step
            return new Outcome(false, Double.POSITIVE_INFINITY, List.of());
        }
    }

    private static String describe(CodeSource train, TrainingPictures pictures) {
        return switch (train) {
            case CodeDataset dataset -> dataset.size() + " pictures";
            case OnTheFlyCodes _ -> pictures.dataset().train().size() + " pictures, encoded each time anew,";
        };
    }
}
