package org.gatun.train;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.gatun.data.BatchOptions;
import org.gatun.data.BatchSource;
import org.gatun.data.ImageFolder;
import org.gatun.data.ImageTransform;
import org.gatun.metrics.CodebookUsage;
import org.gatun.plot.Panel;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.vqgan.VqganLosses;

/** Trains a first stage on a folder of pictures, and leaves weights, sheets and curves in the run's folder. */
public final class VqganTrainer {

    /** Steps between two readings of the losses: each waits for the device. */
    private static final int LOG_EVERY = 10;

    private static final int SHEET_COLUMNS = 12;
    private static final int SHEET_PICTURES = 2 * SHEET_COLUMNS;
    private static final int EVALUATIONS = 8;

    private final VqganTraining training;
    private final RunDirectory run;
    private final Consumer<String> log;

    /**
     * What training came to.
     *
     * @param quality on the held-out pictures
     * @param curves of all that was measured
     */
    public record Outcome(ReconstructionQuality quality, List<Panel> curves) {}

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
     * Trains until the budget is used up.
     *
     * @param transform what is done to pictures in training
     * @return the quality on the held-out pictures at the end, and the curves
     */
    public Outcome train(ImageFolder folder, ImageTransform transform, Budget budget) {
        VqganSettings settings = training.settings();
        int size = transform.size();
        try (BatchSource source = BatchSource.open(
                        folder.train(), transform, BatchOptions.training(settings.batchSize(), settings.seed()));
                BatchSource heldOut = BatchSource.open(
                        folder.val(), ImageTransform.evaluation(size), BatchOptions.evaluation(settings.batchSize()));
                MetricLog metrics = new MetricLog(run.metrics());
                CodebookUsage usage =
                        new CodebookUsage(training.model().quantizer().numCodes(), training.device())) {
            report(folder, source, heldOut);
            run(source, heldOut, size, budget, metrics, usage);
            training.save(run.checkpoint());
            Sheets.reconstructions(
                    training.model(),
                    heldOut,
                    SHEET_PICTURES,
                    SHEET_COLUMNS,
                    settings.precision(),
                    training.device(),
                    run.reconstructions());
            ReconstructionQuality quality = evaluate(heldOut, metrics);
            Curves.write(panels(metrics), run.losses());
            return new Outcome(quality, panels(metrics));
        }
    }

    private void report(ImageFolder folder, BatchSource... sources) {
        log.accept(String.format(
                Locale.ROOT,
                "%d pictures to train on, %d held out; %.1f million parameters; %s on %s",
                folder.train().size(),
                folder.val().size(),
                training.parameterCount() / 1e6,
                training.settings().precision().name().toLowerCase(Locale.ROOT),
                training.device()));
        for (BatchSource source : sources) {
            if (source.unreadable().count() > 0) {
                log.accept(source.unreadable().summary());
            }
        }
    }

    private void run(
            BatchSource source, BatchSource heldOut, int size, Budget budget, MetricLog metrics, CodebookUsage usage) {
        long begin = System.nanoTime();
        int evaluations = 0;
        try (Progress progress = new Progress("VQGAN")) {
            double used = 0;
            while (used < 1) {
                long step = training.stepsDone();
                try (TensorScope _ = TensorScope.open()) {
                    Tensor x = Batches.tensor(source.next(), size, training.device());
                    VqganLosses losses = training.step(x, used);
                    usage.add(losses.indices());
                    if (step % LOG_EVERY == 0) {
                        log(step, losses, usage, metrics);
                    }
                }
                Duration elapsed = Duration.ofNanos(System.nanoTime() - begin);
                used = budget.used(step + 1, elapsed);
                progress.update(used, message(step + 1, elapsed, used, metrics));
                if (used < 1 && used * EVALUATIONS >= evaluations + 1) {
                    evaluations++;
                    evaluate(heldOut, metrics);
                    Curves.write(panels(metrics), run.losses());
                }
            }
        }
    }

    /** Usage and perplexity are those of the steps since the last reading. */
    private static void log(long step, VqganLosses losses, CodebookUsage usage, MetricLog metrics) {
        Map<String, Double> values = losses.read();
        values.put("codebook_usage", usage.share());
        values.put("perplexity", usage.perplexity());
        usage.reset();
        metrics.addAll(step, values);
    }

    private ReconstructionQuality evaluate(BatchSource heldOut, MetricLog metrics) {
        ReconstructionQuality quality = ReconstructionQuality.measure(
                training.model(), heldOut, training.settings().precision(), training.device());
        metrics.add(training.stepsDone(), "val_psnr", quality.psnr());
        metrics.add(training.stepsDone(), "val_codebook_usage", quality.usage());
        metrics.add(training.stepsDone(), "val_perplexity", quality.perplexity());
        return quality;
    }

    private String message(long steps, Duration elapsed, double used, MetricLog metrics) {
        double seconds = elapsed.toNanos() / 1e9;
        double rate = steps * training.settings().batchSize() / seconds;
        return String.format(
                Locale.ROOT,
                "step %d, %.0f pictures/s, rec %.3f, disc %s, codes %.0f%%, val %s, %s left",
                steps,
                rate,
                metrics.last("nll_loss"),
                Double.isNaN(metrics.last("disc_loss"))
                        ? "off"
                        : String.format(
                                Locale.ROOT, "%.2f (weight %.2f)", metrics.last("disc_loss"), metrics.last("d_weight")),
                100 * metrics.last("codebook_usage"),
                Double.isNaN(metrics.last("val_psnr"))
                        ? "-"
                        : String.format(Locale.ROOT, "%.1f dB", metrics.last("val_psnr")),
                TimeLeft.text(seconds * (1 - used) / used));
    }

    private static List<Panel> panels(MetricLog metrics) {
        return List.of(
                new Panel("Reconstruction loss", metrics.curves("nll_loss")),
                new Panel("Codebook loss", metrics.curves("quant_loss")),
                new Panel("GAN losses", metrics.curves("g_loss", "disc_loss")),
                new Panel("Adaptive weight", metrics.curves("d_weight")),
                new Panel("PSNR of held-out pictures, dB", metrics.curves("val_psnr")),
                new Panel("Share of codes in use", metrics.curves("codebook_usage", "val_codebook_usage")));
    }
}
