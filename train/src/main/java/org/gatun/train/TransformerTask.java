package org.gatun.train;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.gatun.plot.Panel;
import org.gatun.torch.DType;
import org.gatun.torch.Tensor;
import org.gatun.torch.Torch;

/** Training a second stage on codes. */
final class TransformerTask implements TrainingTask, AutoCloseable {

    private static final Evaluations EVALUATIONS = new Evaluations.Times(16);

    private final TransformerTraining training;
    private final CodeDataset train;
    private final CodeDataset heldOut;
    private final BestWeights best;

    /**
     * @param training the caller's
     * @param train codes to learn, the caller's
     * @param heldOut codes to measure with, the caller's
     */
    TransformerTask(TransformerTraining training, CodeDataset train, CodeDataset heldOut) {
        this.training = training;
        this.train = train;
        this.heldOut = heldOut;
        this.best = new BestWeights(training.weights());
    }

    @Override
    public String name() {
        return "transformer";
    }

    @Override
    public int batchSize() {
        return training.settings().batchSize();
    }

    @Override
    public long stepsDone() {
        return training.stepsDone();
    }

    @Override
    public Supplier<Map<String, Double>> step(double used) {
        Tensor chosen = Torch.randint(train.size(), new long[] {batchSize()}, DType.INT64, training.device());
        Tensor loss = training.step(
                train.codes().index_select(0, chosen), train.labels().index_select(0, chosen), used);
        return () -> Map.of("loss", loss.item());
    }

    @Override
    public Map<String, Double> evaluate() {
        double loss = training.evaluate(heldOut);
        best.offer(loss);
        return Map.of("val_loss", loss);
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
    public void close() {
        best.close();
    }
}
