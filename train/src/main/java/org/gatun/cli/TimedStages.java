package org.gatun.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import org.gatun.config.FirstStageSettings;
import org.gatun.config.ProjectConfig;
import org.gatun.data.Crop;
import org.gatun.data.ImageDataset;
import org.gatun.data.ImageTransform;
import org.gatun.data.PictureKind;
import org.gatun.data.PixelLayout;
import org.gatun.gpt.SamplingOptions;
import org.gatun.run.PerceptualDistance;
import org.gatun.torch.Device;
import org.gatun.train.Budget;
import org.gatun.train.Checkpoints;
import org.gatun.train.CodeOptions;
import org.gatun.train.LearningRate;
import org.gatun.train.LoopSettings;
import org.gatun.train.Precision;
import org.gatun.train.RunDirectory;
import org.gatun.train.TrainingPictures;
import org.gatun.train.TransformerTrainer;
import org.gatun.train.TransformerTraining;
import org.gatun.train.UpdateSettings;
import org.gatun.train.Views;
import org.gatun.train.VqganSettings;
import org.gatun.train.VqganTrainer;
import org.gatun.train.VqganTraining;
import org.gatun.vqgan.TrainingOrder;

/** Trains the stages of a demo, each for a time. Emoji stand in the middle and fill their picture: they are only mirrored, not moved. */
record TimedStages(
        FirstStageOptions firstShape,
        SecondStageOptions secondShape,
        Precision precision,
        Device device,
        long seed,
        Consumer<String> log) {

    private static final PictureKind KIND = new PictureKind.Color();

    /** Of the first stage's time, that with the discriminator: it is what brings out the rarer colours, greens and pinks. */
    private static final double GAN_SHARE = 2.0 / 3;

    // Few minutes are few steps: small batches for more of them, and a high rate and momentum to get far in each.
    private static final double LEARNING_RATE = 5e-4;
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.99;
    private static final int BATCH_SIZE = 8;

    /**
     * A first stage that is still to be trained; the caller closes it.
     *
     * @param perceptual the caller's, or null to do without
     */
    VqganTraining first(PerceptualDistance perceptual) {
        VqganSettings settings = new VqganSettings(
                firstShape.model(KIND, Long.MAX_VALUE),
                firstShape.loss(KIND, perceptual != null),
                TrainingOrder.FAST,
                precision,
                BATCH_SIZE,
                new LearningRate(firstShape.learningRate(LEARNING_RATE), 20, 0.05),
                BETA1,
                BETA2,
                UpdateSettings.PLAIN,
                seed);
        return new VqganTraining(settings, device, perceptual == null ? null : perceptual.lpips())
                .startDiscriminatorAfter(1 - GAN_SHARE);
    }

    /** @param name what the log calls it */
    VqganTrainer.Outcome train(VqganTraining training, String name, ImageDataset dataset, Path out, double seconds) {
        RunDirectory run = anew(out);
        describe(training, run);
        log.accept(String.format(
                Locale.ROOT,
                "%s: training for %d s, the discriminator comes in for the last %d",
                name,
                Math.round(seconds),
                Math.round(GAN_SHARE * seconds)));
        ImageTransform transform = new ImageTransform(firstShape.size, Crop.CENTER, true, PixelLayout.CHANNELS_FIRST);
        VqganTrainer.Outcome outcome = new VqganTrainer(training, run, log)
                .train(
                        dataset,
                        transform,
                        new Budget(Long.MAX_VALUE, time(seconds)),
                        VqganTrainer.EVALUATIONS,
                        LoopSettings.DEFAULT,
                        () -> false);
        describe(training, run); // by now the discriminator's start is known
        return outcome;
    }

    private static void describe(VqganTraining training, RunDirectory run) {
        new ProjectConfig(FirstStageSettings.vqModel(training.settings().model(), training.loss())).save(run.config());
    }

    TransformerTrainer.Outcome train(
            TransformerPlan plan, TrainingPictures pictures, SamplingOptions sampling, Path out, double seconds) {
        RunDirectory run = anew(out);
        plan.config().save(run.config());
        log.accept("Second stage, a transformer: training for " + Math.round(seconds) + " s");
        CodeOptions codes = new CodeOptions(out.resolve("codes"), new Views(1, Crop.CENTER, true), false);
        UpdateSettings update = new UpdateSettings(1, SecondStageOptions.MAX_GRAD_NORM, 0);
        try (TransformerTraining training =
                new TransformerTraining(secondShape.training(plan, precision, update, seed), device)) {
            return new TransformerTrainer(training, plan.stages(), run, log)
                    .train(
                            pictures,
                            codes,
                            sampling,
                            new Budget(Long.MAX_VALUE, time(seconds)),
                            LoopSettings.DEFAULT,
                            () -> false);
        }
    }

    /** In place of an older run. */
    private static RunDirectory anew(Path out) {
        RunDirectory run = RunDirectory.create(out);
        new Checkpoints(run.trainingStates(), LoopSettings.DEFAULT.keep()).clear();
        return run;
    }

    private static Duration time(double seconds) {
        return Duration.ofMillis(Math.round(1000 * seconds));
    }
}
