package org.gatun.train;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.gatun.data.UnreadableImages;
import org.gatun.gpt.GptFlops;
import org.gatun.optim.SkippedSteps;
import org.gatun.plot.Panel;
import org.gatun.torch.Device;
import org.gatun.torch.Tensor;

/** Training a second stage on codes. */
final class TransformerTask implements TrainingTask, AutoCloseable {

    private static final Evaluations EVALUATIONS = new Evaluations.Times(16);
    private static final int EVALUATIONS_A_PREVIEW = 4;
    private static final String BEST_LOSS = "best_loss";
    private static final String EVALUATED = "evaluated";
    private static final String STAGES = "stages_sha256";

    /**
     * Refuses to go on over other stages: codes would mean something else from then on.
     *
     * @param checkpoint what the checkpoint says besides tensors
     * @param stages the parameters of the networks that make codes and conditions
     * @throws TrainingException if they are not those that the run began with
     */
    static void checkStages(Map<String, String> checkpoint, Map<String, Tensor> stages) {
        String digest = digest(stages);
        if (!digest.equals(checkpoint.getOrDefault(STAGES, digest))) {
            throw new TrainingException(
                    "the weights of the VQGAN, or of the conditions', are not those that this run began with:"
                            + " its codes mean something else now; begin another run");
        }
    }

    private static String digest(Map<String, Tensor> stages) {
        return new CodeOrigin().addWeights(stages).text();
    }

    private final TransformerTraining training;
    private final CodeSource train;
    private final CodeDataset heldOut;
    private final Preview preview;
    private final Map<String, Tensor> stages;
    private final String stagesDigest;
    private final BestWeights best;
    private final double stepFlops;
    private int evaluationsDone;

    /**
     * @param training the caller's
     * @param train codes to learn, the caller's
     * @param heldOut codes to measure with, the caller's
     * @param preview draws pictures from time to time
     * @param stages the parameters of the networks that make codes and conditions, by their names in a checkpoint
     */
    TransformerTask(
            TransformerTraining training,
            CodeSource train,
            CodeDataset heldOut,
            Preview preview,
            Map<String, Tensor> stages) {
        this.training = training;
        this.train = train;
        this.heldOut = heldOut;
        this.preview = preview;
        this.stages = stages;
        this.stagesDigest = digest(stages);
        this.best = new BestWeights(training.weights());
        TransformerSettings settings = training.settings();
        long tokens = heldOut.conditions().size(1) + heldOut.codes().size(1) - 1; // the last one has no successor
        this.stepFlops =
                settings.stepSize() * GptFlops.training(settings.model().gpt(), training.weights(), tokens);
    }

    @Override
    public String name() {
        return "transformer";
    }

    @Override
    public Device device() {
        return training.device();
    }

    @Override
    public int batchSize() {
        return training.settings().stepSize();
    }

    @Override
    public long stepsDone() {
        return training.stepsDone();
    }

    @Override
    public Supplier<Map<String, Double>> step(double used) {
        CodeBatch batch = train.next(batchSize());
        Tensor loss = training.step(batch.codes(), batch.condition(), used);
        return () -> Map.of("loss", loss.item());
    }

    @Override
    public double stepFlops() {
        return stepFlops;
    }

    @Override
    public List<UnreadableImages> unreadable() {
        return train.unreadable();
    }

    @Override
    public List<SkippedSteps> skipped() {
        return training.optimizer().skippedSteps().stream().toList();
    }

    @Override
    public Evaluation evaluate(boolean isLast) {
        double loss;
        try (var _ = training.averaged()) {
            loss = training.evaluate(heldOut);
            best.offer(loss);
        }
        evaluationsDone++;
        if (evaluationsDone % EVALUATIONS_A_PREVIEW != 0 || isLast) { // in the end the best weights draw them
            return Evaluation.of("val_loss", loss);
        }
        return new Evaluation(Map.of("val_loss", loss), Map.of(), Map.of("samples", this::drawSamples));
    }

    private Path drawSamples() {
        try (var _ = training.averaged()) {
            preview.write(training.model());
        }
        return preview.file();
    }

    /** Those with the smallest loss on the held-out codes. */
    BestWeights best() {
        return best;
    }

    @Override
    public Evaluations evaluations() {
        return EVALUATIONS;
    }

    @Override
    public String summary(MetricLog metrics) {
        return String.format(
                Locale.ROOT,
                "loss %.3f, val %s",
                metrics.last("loss"),
                Double.isNaN(metrics.last("val_loss"))
                        ? "-"
                        : String.format(Locale.ROOT, "%.3f", metrics.last("val_loss")));
    }

    @Override
    public List<Panel> panels(MetricLog metrics) {
        return List.of(new Panel("Cross entropy of a code, nats", metrics.curves("loss", "val_loss")));
    }

    @Override
    public Map<String, Tensor> state() {
        Map<String, Tensor> state = training.state();
        best.tensors().forEach((name, tensor) -> state.put("best." + name, tensor));
        return state;
    }

    @Override
    public Map<String, String> position() {
        Map<String, String> texts = new LinkedHashMap<>(train.position());
        texts.put(BEST_LOSS, Double.toString(best.bestLoss()));
        texts.put(EVALUATED, Integer.toString(evaluationsDone));
        texts.put(STAGES, stagesDigest);
        return texts;
    }

    @Override
    public void resume(long stepsDone, Map<String, String> position) {
        training.resume(stepsDone);
        best.resume(Double.parseDouble(position.get(BEST_LOSS)));
        evaluationsDone = Integer.parseInt(position.get(EVALUATED));
        train.resume(position);
    }

    /** The best ones. */
    @Override
    public void saveWeights(Path file) {
        try (var _ = training.averaged()) {
            training.save(file, best.tensors(), stages);
        }
    }

    @Override
    public void close() {
        best.close();
    }
}
