package org.gatun.train;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.gatun.data.BatchOptions;
import org.gatun.data.BatchSource;
import org.gatun.data.ImageFolder;
import org.gatun.data.ImageSplit;
import org.gatun.data.ImageTransform;
import org.gatun.gpt.Prompt;
import org.gatun.gpt.SamplingListener;
import org.gatun.gpt.SamplingOptions;
import org.gatun.plot.Panel;
import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;
import org.gatun.vqgan.VqModel;

/** Trains a class-conditional transformer on the codes of a folder of pictures, and leaves weights, samples and curves in its folder. */
public final class TransformerTrainer {

    private final TransformerTraining training;
    private final RunDirectory run;
    private final Consumer<String> log;

    /**
     * What training came to.
     *
     * @param loss the smallest on the held-out pictures, in nats a code
     * @param curves of all that was measured
     */
    public record Outcome(double loss, List<Panel> curves) {}

    /**
     * @param training the caller's
     * @param log told what happens, a line at a time
     */
    public TransformerTrainer(TransformerTraining training, RunDirectory run, Consumer<String> log) {
        this.training = training;
        this.run = run;
        this.log = log;
    }

    /**
     * Trains until the budget is used up, and then goes back to the weights with the smallest loss on held-out pictures.
     *
     * @param firstStage makes the codes; it is not trained
     * @param flipped whether each picture is also learned mirrored
     */
    public Outcome train(ImageFolder folder, VqModel firstStage, boolean flipped, Budget budget) {
        TransformerSettings settings = training.settings();
        Device device = training.device();
        try (CodeDataset train = encode(folder.train(), firstStage, flipped);
                CodeDataset heldOut = encode(folder.val(), firstStage, false);
                MetricLog metrics = new MetricLog(run.metrics());
                TransformerTask task = new TransformerTask(training, train, heldOut)) {
            log.accept(String.format(
                    Locale.ROOT,
                    "%d pictures as %d codes each to train on, %d held out; %.1f million parameters; %s on %s",
                    train.size(),
                    train.codes().size(1),
                    heldOut.size(),
                    training.parameterCount() / 1e6,
                    settings.precision().name().toLowerCase(Locale.ROOT),
                    device));
            new TrainingLoop(task, run, metrics).run(budget);
            task.best().restore();
            return new Outcome(task.best().bestLoss(), task.panels(metrics));
        }
    }

    private CodeDataset encode(ImageSplit split, VqModel firstStage, boolean flipped) {
        TransformerSettings settings = training.settings();
        ImageTransform transform =
                ImageTransform.evaluation(firstStage.config().autoencoder().resolution());
        try (BatchSource source = BatchSource.open(split, transform, BatchOptions.evaluation(settings.batchSize()))) {
            CodeDataset codes =
                    CodeDataset.encode(firstStage, source, flipped, settings.precision(), training.device());
            if (source.unreadable().count() > 0) {
                log.accept(source.unreadable().summary());
            }
            return codes;
        }
    }

    /**
     * New pictures (classes * perClass, 3, H, W), those of a class together; the innermost scope's.
     *
     * @param perClass pictures of each class
     */
    public Tensor sample(VqModel firstStage, int perClass, SamplingOptions options) {
        TransformerSettings settings = training.settings();
        Device device = training.device();
        int classes = settings.labels().classes();
        try (TensorScope scope = TensorScope.open()) {
            Tensor labels = Torch.arange(classes, DType.INT64, device).repeat_interleave(perClass);
            Prompt prompt = Prompt.of(settings.labels().tokens(labels))
                    .withUnconditional(settings.labels().nullTokens(device));
            Tensor codes = training.model().sample(prompt, options, SamplingListener.NONE); // (N, h*w)
            int height = settings.model().height();
            Tensor pictures = firstStage.decodeIndices(
                    codes.view(-1, height, settings.model().width()));
            return scope.moveToOuter(pictures.detach());
        }
    }
}
