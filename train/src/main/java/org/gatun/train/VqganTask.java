package org.gatun.train;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.gatun.data.BatchSource;
import org.gatun.data.DataPosition;
import org.gatun.data.UnreadableImages;
import org.gatun.metrics.CodebookUsage;
import org.gatun.optim.SkippedSteps;
import org.gatun.plot.Panel;
import org.gatun.torch.Device;
import org.gatun.torch.Tensor;
import org.gatun.vqgan.VqganFlops;
import org.gatun.vqgan.VqganLosses;

/** Training a first stage on pictures. */
final class VqganTask implements TrainingTask, AutoCloseable {

    private static final int SHEET_COLUMNS = 12;
    private static final int SHEET_PICTURES = 2 * SHEET_COLUMNS;
    private static final String USAGE = "codebook_usage";
    private static final String PERPLEXITY = "perplexity";
    private static final String EPOCH_USAGE = "epoch_codebook_usage";
    private static final String EPOCH_PERPLEXITY = "epoch_perplexity";
    private static final String DISC_START = "disc_start";

    private final VqganTraining training;
    private final BatchSource source;
    private final BatchSource heldOut;
    private final Evaluations evaluations;
    private final Path sheet;
    private final CodebookUsage usage;
    private final CodebookUsage epochUsage;
    private final Map<String, Double> lastEpoch = new LinkedHashMap<>();
    private final VqganFlops flops;
    private int epoch;
    private ReconstructionQuality quality;

    /**
     * @param training the caller's
     * @param source pictures to learn from, the caller's
     * @param heldOut pictures to measure with, the caller's
     * @param evaluations when they are measured besides at the end
     * @param sheet where some of those are drawn with their reconstructions
     */
    VqganTask(VqganTraining training, BatchSource source, BatchSource heldOut, Evaluations evaluations, Path sheet) {
        this.training = training;
        this.source = source;
        this.heldOut = heldOut;
        this.evaluations = evaluations;
        this.sheet = sheet;
        int numCodes = training.model().quantizer().numCodes();
        this.usage = new CodebookUsage(numCodes, training.device());
        this.epochUsage = new CodebookUsage(numCodes, training.device());
        VqganSettings settings = training.settings();
        this.flops = VqganFlops.of(settings.model().autoencoder(), settings.loss(), training.weights());
        this.epoch = source.position().epoch();
    }

    @Override
    public String name() {
        return "VQGAN";
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
        Tensor x = Batches.pictures(source.next(), source, training.device());
        boolean withoutCodes = training.model().quantizer().gathers();
        VqganLosses losses = training.step(x, used);
        if (!withoutCodes) {
            usage.add(losses.indices());
            epochUsage.add(losses.indices());
        }
        if (source.position().epoch() != epoch) {
            epoch = source.position().epoch();
            take(epochUsage, lastEpoch, EPOCH_USAGE, EPOCH_PERPLEXITY);
        }
        return () -> read(losses);
    }

    /** Usage and perplexity of the steps with codes since the last reading and, once after each epoch, of the epoch. */
    private Map<String, Double> read(VqganLosses losses) {
        Map<String, Double> values = losses.read();
        take(usage, values, USAGE, PERPLEXITY);
        values.putAll(lastEpoch);
        lastEpoch.clear();
        return values;
    }

    /** Of what was counted, if anything was; the count begins anew. */
    private static void take(CodebookUsage counted, Map<String, Double> into, String usage, String perplexity) {
        double value = counted.perplexity();
        if (value > 0) {
            into.put(usage, counted.share());
            into.put(perplexity, value);
            counted.reset();
        }
    }

    @Override
    public double stepFlops() {
        boolean adversarial = training.loss().discFactor(training.stepsDone() - 1) != 0;
        return batchSize() * flops.training(adversarial);
    }

    @Override
    public List<UnreadableImages> unreadable() {
        return List.of(source.unreadable(), heldOut.unreadable());
    }

    @Override
    public List<SkippedSteps> skipped() {
        return training.optimizers().stream()
                .flatMap(optimizer -> optimizer.skippedSteps().stream())
                .toList();
    }

    @Override
    public Evaluation evaluate(boolean isLast) {
        try (var _ = training.averaged()) {
            return evaluateNetwork();
        }
    }

    private Path drawReconstructions() {
        try (var _ = training.averaged()) {
            Sheets.reconstructions(
                    training.model(),
                    heldOut,
                    SHEET_PICTURES,
                    SHEET_COLUMNS,
                    training.settings().precision(),
                    training.device(),
                    sheet);
        }
        return sheet;
    }

    private Evaluation evaluateNetwork() {
        quality = ReconstructionQuality.measure(
                training.model(), heldOut, training.settings().precision(), training.device());
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("val_psnr", quality.psnr());
        values.put("val_codebook_usage", quality.usage());
        values.put("val_perplexity", quality.perplexity());
        return new Evaluation(
                values,
                Map.of("val_codes", quality.codeCounts()),
                Map.of("val_reconstructions", this::drawReconstructions));
    }

    /** As last evaluated; null before that. */
    ReconstructionQuality quality() {
        return quality;
    }

    @Override
    public Evaluations evaluations() {
        return evaluations;
    }

    @Override
    public String summary(MetricLog metrics) {
        return String.format(
                Locale.ROOT,
                "rec %.3f, disc %s, codes %s, val %s",
                metrics.last("nll_loss"),
                Double.isNaN(metrics.last("disc_loss"))
                        ? "off"
                        : String.format(
                                Locale.ROOT, "%.2f (weight %.2f)", metrics.last("disc_loss"), metrics.last("d_weight")),
                Double.isNaN(metrics.last(USAGE))
                        ? "none yet"
                        : String.format(
                                Locale.ROOT,
                                "%.0f%% (perplexity %.0f)",
                                100 * metrics.last(USAGE),
                                metrics.last(PERPLEXITY)),
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
                new Panel("Share of codes in use", metrics.curves(USAGE, EPOCH_USAGE, "val_codebook_usage")),
                new Panel("Perplexity of the codes", metrics.curves(PERPLEXITY, EPOCH_PERPLEXITY, "val_perplexity")));
    }

    @Override
    public Map<String, Tensor> state() {
        Map<String, Tensor> state = training.state();
        state.put("codebook_counts", usage.counts());
        state.put("epoch_codebook_counts", epochUsage.counts());
        return state;
    }

    @Override
    public Map<String, String> position() {
        Map<String, String> texts = new LinkedHashMap<>(source.position().texts());
        lastEpoch.forEach((name, value) -> texts.put(name, value.toString()));
        texts.put(DISC_START, Long.toString(training.loss().discStart()));
        return texts;
    }

    @Override
    public void resume(long stepsDone, Map<String, String> position) {
        training.resume(stepsDone, Long.parseLong(position.get(DISC_START)));
        source.seek(DataPosition.of(position));
        epoch = source.position().epoch();
        for (String name : new String[] {EPOCH_USAGE, EPOCH_PERPLEXITY}) {
            if (position.containsKey(name)) {
                lastEpoch.put(name, Double.parseDouble(position.get(name)));
            }
        }
    }

    @Override
    public void saveWeights(Path file) {
        training.save(file);
    }

    @Override
    public void close() {
        epochUsage.close();
        usage.close();
    }
}
