package org.gatun.train;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.gatun.data.BatchSource;
import org.gatun.metrics.CodebookUsage;
import org.gatun.plot.Panel;
import org.gatun.torch.Tensor;
import org.gatun.vqgan.VqganLosses;

/** Training a first stage on pictures. */
final class VqganTask implements TrainingTask, AutoCloseable {

    private static final int EVALUATIONS = 8;

    private final VqganTraining training;
    private final BatchSource source;
    private final BatchSource heldOut;
    private final CodebookUsage usage;
    private ReconstructionQuality quality;

    /**
     * @param training the caller's
     * @param source pictures to learn from, the caller's
     * @param heldOut pictures to measure with, the caller's
     */
    VqganTask(VqganTraining training, BatchSource source, BatchSource heldOut) {
        this.training = training;
        this.source = source;
        this.heldOut = heldOut;
        this.usage = new CodebookUsage(training.model().quantizer().numCodes(), training.device());
    }

    @Override
    public String name() {
        return "VQGAN";
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
        Tensor x = Batches.pictures(source.next(), source.transform(), training.device());
        VqganLosses losses = training.step(x, used);
        usage.add(losses.indices());
        return () -> read(losses);
    }

    /** Usage and perplexity are those of the steps since the last reading. */
    private Map<String, Double> read(VqganLosses losses) {
        Map<String, Double> values = losses.read();
        values.put("codebook_usage", usage.share());
        values.put("perplexity", usage.perplexity());
        usage.reset();
        return values;
    }

    @Override
    public Map<String, Double> evaluate() {
        quality = ReconstructionQuality.measure(
                training.model(), heldOut, training.settings().precision(), training.device());
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("val_psnr", quality.psnr());
        values.put("val_codebook_usage", quality.usage());
        values.put("val_perplexity", quality.perplexity());
        return values;
    }

    /** As last evaluated; null before that. */
    ReconstructionQuality quality() {
        return quality;
    }

    @Override
    public int evaluations() {
        return EVALUATIONS;
    }

    @Override
    public String summary(MetricLog metrics) {
        return String.format(
                Locale.ROOT,
                "rec %.3f, disc %s, codes %.0f%%, val %s",
                metrics.last("nll_loss"),
                Double.isNaN(metrics.last("disc_loss"))
                        ? "off"
                        : String.format(
                                Locale.ROOT, "%.2f (weight %.2f)", metrics.last("disc_loss"), metrics.last("d_weight")),
                100 * metrics.last("codebook_usage"),
                Double.isNaN(metrics.last("val_psnr"))
                        ? "-"
                        : String.format(Locale.ROOT, "%.1f dB", metrics.last("val_psnr")));
    }

    @Override
    public List<Panel> panels(MetricLog metrics) {
        return List.of(
                new Panel("Reconstruction loss", metrics.curves("nll_loss")),
                new Panel("Codebook loss", metrics.curves("quant_loss")),
                new Panel("GAN losses", metrics.curves("g_loss", "disc_loss")),
                new Panel("Adaptive weight", metrics.curves("d_weight")),
                new Panel("PSNR of held-out pictures, dB", metrics.curves("val_psnr")),
                new Panel("Share of codes in use", metrics.curves("codebook_usage", "val_codebook_usage")));
    }

    @Override
    public void close() {
        usage.close();
    }
}
