package org.gatun.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.gatun.config.FirstStageSettings;
import org.gatun.config.ProjectConfig;
import org.gatun.data.Crop;
import org.gatun.data.IconFolderWriter;
import org.gatun.data.IconSet;
import org.gatun.data.ImageFolder;
import org.gatun.data.ImageTransform;
import org.gatun.data.PixelLayout;
import org.gatun.gpt.SamplingOptions;
import org.gatun.plot.Panel;
import org.gatun.run.PerceptualDistance;
import org.gatun.torch.Device;
import org.gatun.torch.LibTorch;
import org.gatun.torch.TensorScope;
import org.gatun.train.Budget;
import org.gatun.train.Curves;
import org.gatun.train.LearningRate;
import org.gatun.train.ReconstructionQuality;
import org.gatun.train.RunDirectory;
import org.gatun.train.Sheets;
import org.gatun.train.SpeedTrial;
import org.gatun.train.TransformerSettings;
import org.gatun.train.TransformerTrainer;
import org.gatun.train.TransformerTraining;
import org.gatun.train.VqganSettings;
import org.gatun.train.VqganTrainer;
import org.gatun.train.VqganTraining;
import org.gatun.vqgan.LossConfig;
import org.gatun.vqgan.TrainingOrder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gatun demo}: the whole system on a real set of pictures, in the time that one is willing to watch. */
@Command(
        name = "demo",
        description = "Trains both stages on colour emoji in a few minutes, and samples new ones.",
        sortOptions = false)
final class DemoCommand implements Callable<Integer> {

    /** Of the time: the first stage's, and the second's. The rest goes into drawing, encoding and sampling. */
    private static final double VQGAN_SHARE = 0.5;

    private static final double TRANSFORMER_SHARE = 0.43;

    /** Of the first stage's steps, those with the discriminator. */
    private static final double GAN_SHARE = 0.12;

    /** Folders of the two runs below the demo's. */
    private static final String FIRST = "vqgan";

    private static final String SECOND = "transformer";

    // Few minutes are few steps: small batches for more of them, and momentum to get far in each.
    private static final double LEARNING_RATE = 5e-4;
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.99;
    private static final int BATCH_SIZE = 8;

    private static final SamplingOptions SAMPLING =
            SamplingOptions.DEFAULT.withTopP(0.95).withGuidanceScale(2);

    @Spec
    private CommandSpec spec;

    @Option(names = "--pictures", paramLabel = "JAR", required = true, description = "The jar of Iconify's sets.")
    private Path pictures;

    @Option(
            names = "--set",
            paramLabel = "NAME",
            defaultValue = "noto",
            description = "Which set; default ${DEFAULT-VALUE}.")
    private String set;

    @Option(
            names = "--minutes",
            paramLabel = "M",
            defaultValue = "8",
            description = "How long it may take; default ${DEFAULT-VALUE}.")
    private double minutes;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            defaultValue = "runs/demo",
            description = "Where all is written; default ${DEFAULT-VALUE}.")
    private Path out;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "0",
            description = "Decides all that is random; default ${DEFAULT-VALUE}.")
    private long seed;

    @Mixin
    private FirstStageOptions firstShape;

    @Mixin
    private SecondStageOptions secondShape;

    @Mixin
    private LpipsOptions lpips;

    @Mixin
    private ComputeOptions compute;

    @Override
    public Integer call() {
        if (!(minutes > 0)) {
            throw new UserException("--minutes must be above 0, not " + minutes);
        }
        long begin = System.nanoTime();
        Device device = compute.device();
        RunDirectory run = RunDirectory.create(out);
        try (Narrator log = new Narrator(spec.commandLine().getOut(), out.resolve("log.txt"))) {
            log.accept("libtorch " + LibTorch.version() + ", " + LibTorch.numThreads() + " threads, " + device);
            Path drawn = out.resolve("pictures-" + firstShape.size);
            log.accept("Drawing the pictures: "
                    + new IconFolderWriter(firstShape.size)
                            .write(IconSet.readFromJar(pictures, set), drawn)
                            .summary());
            ImageFolder folder = ImageFolder.open(drawn);
            try (PerceptualDistance perceptual =
                            lpips.given() ? PerceptualDistance.load(lpips.vgg(), lpips.lin(), device) : null;
                    VqganTraining first = firstStage(perceptual, device, log)) {
                VqganTrainer.Outcome codes = trainFirst(first, folder, log);
                publish(out.resolve(FIRST), run);
                TransformerTrainer.Outcome transformer = trainSecond(first, folder, run, log);
                List<Panel> curves = new ArrayList<>(codes.curves());
                curves.addAll(transformer.curves());
                Curves.write(curves, run.losses());
                ReconstructionQuality quality = codes.quality();
                log.accept(String.format(
                        Locale.ROOT,
                        "Done in %.1f minutes. On %d held-out pictures: PSNR %.2f dB, %.0f%% of the codes in use;"
                                + " transformer %.3f nats a code.%nLook at %s, %s and %s.",
                        (System.nanoTime() - begin) / 60e9,
                        quality.pictures(),
                        quality.psnr(),
                        100 * quality.usage(),
                        transformer.loss(),
                        run.reconstructions(),
                        run.samples(),
                        run.losses()));
            }
        }
        return 0;
    }

    private VqganTraining firstStage(PerceptualDistance perceptual, Device device, Narrator log) {
        if (perceptual == null) {
            log.accept("NOTE: without --lpips-vgg and --lpips-lin the perceptual loss is off");
        }
        VqganSettings settings = new VqganSettings(
                firstShape.model(),
                firstShape.loss(perceptual != null),
                TrainingOrder.FAST,
                compute.precision(device),
                BATCH_SIZE,
                new LearningRate(LEARNING_RATE, 20, 0.05),
                BETA1,
                BETA2,
                seed);
        // The discriminator comes in at a step, and the run ends at a time: a trial says how many steps that is.
        long steps = SpeedTrial.run(settings, device).steps(seconds(VQGAN_SHARE), GAN_SHARE);
        LossConfig loss = settings.loss().withDiscStart(Math.round(steps * (1 - GAN_SHARE)));
        return new VqganTraining(settings.withLoss(loss), device, perceptual == null ? null : perceptual.lpips());
    }

    /** The first stage's sheet is the demo's. */
    private static void publish(Path from, RunDirectory run) {
        try {
            Files.copy(
                    new RunDirectory(from).reconstructions(),
                    run.reconstructions(),
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + run.reconstructions(), e);
        }
    }

    private VqganTrainer.Outcome trainFirst(VqganTraining training, ImageFolder folder, Narrator log) {
        VqganSettings settings = training.settings();
        RunDirectory own = RunDirectory.create(out.resolve(FIRST));
        new ProjectConfig(FirstStageSettings.vqModel(settings.model(), settings.loss())).save(own.config());
        log.accept("First stage, a VQGAN: training for "
                + Math.round(seconds(VQGAN_SHARE)) + " s, the discriminator comes in at step "
                + settings.loss().discStart());
        long steps = Math.round(settings.loss().discStart() / (1 - GAN_SHARE));
        Budget budget = new Budget(steps, Duration.ofMillis(Math.round(1000 * seconds(VQGAN_SHARE))));
        // Emoji stand in the middle, and fill their picture: only mirrored, not moved.
        ImageTransform transform = new ImageTransform(firstShape.size, Crop.CENTER, true, PixelLayout.CHANNELS_FIRST);
        return new VqganTrainer(training, own, log).train(folder, transform, budget, VqganTrainer.EVALUATIONS);
    }

    private TransformerTrainer.Outcome trainSecond(
            VqganTraining first, ImageFolder folder, RunDirectory run, Narrator log) {
        TransformerSettings settings = secondShape.settings(
                first.settings().model(),
                folder.classes().size(),
                first.settings().precision(),
                seed);
        FirstStageSettings firstSettings = FirstStageSettings.vqModel(
                first.settings().model(), first.settings().loss());
        RunDirectory own = RunDirectory.create(out.resolve(SECOND));
        SecondStageOptions.config(settings, firstSettings, folder.classes()).save(own.config());
        log.accept("Second stage, a transformer: training for " + Math.round(seconds(TRANSFORMER_SHARE)) + " s");
        try (TransformerTraining training = new TransformerTraining(settings, first.device());
                TensorScope _ = TensorScope.open()) {
            TransformerTrainer trainer = new TransformerTrainer(training, own, log);
            Budget budget =
                    new Budget(Long.MAX_VALUE, Duration.ofMillis(Math.round(1000 * seconds(TRANSFORMER_SHARE))));
            TransformerTrainer.Outcome outcome = trainer.train(folder, first.model(), true, budget);
            training.save(own.checkpoint(), first.weights());
            Sheets.write(
                    trainer.sample(first.model(), SampleCommand.PER_CLASS, SAMPLING),
                    SampleCommand.PER_CLASS,
                    folder.classes(),
                    run.samples());
            return outcome;
        }
    }

    private double seconds(double share) {
        return 60 * minutes * share;
    }
}
