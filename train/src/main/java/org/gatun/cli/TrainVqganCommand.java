package org.gatun.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.gatun.config.ProjectConfig;
import org.gatun.data.Crop;
import org.gatun.data.ImageDataset;
import org.gatun.data.ImageTransform;
import org.gatun.data.PixelLayout;
import org.gatun.run.PerceptualDistance;
import org.gatun.torch.Device;
import org.gatun.train.Budget;
import org.gatun.train.DevicePeak;
import org.gatun.train.Evaluations;
import org.gatun.train.Interruption;
import org.gatun.train.LearningRate;
import org.gatun.train.LoopSettings;
import org.gatun.train.Precision;
import org.gatun.train.ReconstructionQuality;
import org.gatun.train.RunDirectory;
import org.gatun.train.UpdateSettings;
import org.gatun.train.VqganSettings;
import org.gatun.train.VqganTrainer;
import org.gatun.train.VqganTraining;
import org.gatun.vqgan.TrainingOrder;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gatun train vqgan}. */
@Command(name = "vqgan", description = "Trains a VQGAN on pictures.", sortOptions = false)
final class TrainVqganCommand implements Callable<Integer> {

    private static final long WARMUP_STEPS = 20;
    private static final double LAST_RATE = 0.05;

    /** The exit status of a run that a signal ended. */
    static final int STOPPED = 130;

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOptions data;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            defaultValue = "runs/vqgan",
            description = "The run's folder; default ${DEFAULT-VALUE}.")
    private Path out;

    @Option(
            names = "--config",
            paramLabel = "YAML",
            description =
                    "The reference's configuration of a first stage (VQModel and the like), in place of the options of its network,"
                            + " quantizer and losses.")
    private Path config;

    @ArgGroup(exclusive = false, heading = "Length:%n")
    private final BudgetOptions budget = new BudgetOptions();

    @Option(
            names = "--eval-every",
            paramLabel = "STEPS",
            description = "Steps between two measurements on the held-out pictures; default: eight in a run. The end is"
                    + " measured in any case.")
    private Long evalEvery;

    @Option(
            names = "--batch-size",
            paramLabel = "B",
            defaultValue = "8",
            description = "Pictures a step; default ${DEFAULT-VALUE}.")
    private int batchSize;

    @Option(
            names = "--lr",
            paramLabel = "RATE",
            description =
                    "Highest learning rate; default 3e-4 * 32 / CH, as a wider network wants smaller steps, or the"
                            + " configuration's base_learning_rate times the pictures of a step.")
    private Double lr;

    @Option(
            names = "--beta1",
            paramLabel = "B",
            defaultValue = "0.9",
            description = "Adam's, for the autoencoder; default ${DEFAULT-VALUE}, 0.5 in the reference.")
    private double beta1;

    @Option(
            names = "--beta2",
            paramLabel = "B",
            defaultValue = "0.99",
            description = "Adam's, for the autoencoder; default ${DEFAULT-VALUE}, 0.9 in the reference.")
    private double beta2;

    @Option(
            names = "--order",
            paramLabel = "ORDER",
            defaultValue = "fast",
            description =
                    "fast (default): each step reconstructs its pictures once, for both optimizers; or reference: once for each,"
                            + " as the reference does.")
    private TrainingOrder order;

    @Option(names = "--crop", paramLabel = "CROP", defaultValue = "random", description = "random (default) or center.")
    private Crop crop;

    @Option(names = "--no-flip", description = "Don't mirror pictures at random.")
    private boolean noFlip;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "0",
            description = "Decides all that is random; default ${DEFAULT-VALUE}.")
    private long seed;

    @Mixin
    private KindOptions kind;

    @Mixin
    private FirstStageOptions shape;

    @Mixin
    private UpdateOptions update;

    @Mixin
    private LpipsOptions lpips;

    @Mixin
    private LoopOptions loop;

    @Mixin
    private ComputeOptions compute;

    @Mixin
    private GraphOptions graphs;

    @Override
    public Integer call() {
        if (update.checkpointActivations() && order != TrainingOrder.FAST) {
            throw new UserException("--checkpoint-activations needs --order fast");
        }
        Budget length = budget.budget();
        Evaluations evaluations = evaluations();
        UpdateSettings updates = update.settings(0);
        FirstStagePlan plan = plan(length, updates);
        ImageDataset dataset = data.dataset();
        Device device = compute.device();
        LoopSettings loopSettings = loop.settings();
        RunDirectory run = loop.open(out);
        try (Interruption interruption = Interruption.open();
                Narrator log = new Narrator(spec.commandLine().getOut(), out.resolve("log.txt"));
                PerceptualDistance perceptual =
                        lpips.given() ? PerceptualDistance.load(lpips.vgg(), lpips.lin(), device) : null) {
            plan.notes().forEach(log);
            Precision precision = compute.precision(device);
            VqganSettings settings = new VqganSettings(
                    plan.model(),
                    plan.loss(),
                    order,
                    precision,
                    batchSize,
                    new LearningRate(lr == null ? plan.learningRate() : lr, WARMUP_STEPS, LAST_RATE),
                    beta1,
                    beta2,
                    updates,
                    seed);
            loop.saveConfig(new ProjectConfig(plan.settings()), run);
            ImageTransform transform =
                    new ImageTransform(plan.size(), crop, !noFlip, PixelLayout.CHANNELS_FIRST, plan.kind());
            try (VqganTraining training = new VqganTraining(
                    settings, device, perceptual == null ? null : perceptual.lpips(), graphs.wanted(device), log)) {
                VqganTrainer.Outcome outcome = new VqganTrainer(training, run, log)
                        .train(
                                dataset,
                                transform,
                                length,
                                evaluations,
                                loopSettings.withPeak(DevicePeak.measure(device, precision)),
                                interruption);
                if (!outcome.finished()) {
                    log.accept("Stopped after step " + training.stepsDone() + ". Go on with: "
                            + LoopOptions.howToGoOn(spec));
                    return STOPPED;
                }
                ReconstructionQuality quality = outcome.quality();
                log.accept(String.format(
                        Locale.ROOT,
                        "%d steps; held out: PSNR %.2f dB, %.0f%% of the codes in use; see %s",
                        training.stepsDone(),
                        quality.psnr(),
                        100 * quality.usage(),
                        run.path()));
            }
        }
        return 0;
    }

    private FirstStagePlan plan(Budget length, UpdateSettings updates) {
        if (config == null) {
            return FirstStagePlan.byOptions(shape, kind.kind(), length.steps(), lpips.given());
        }
        ReplacedOptions.refuse(spec, "--config", Set.of(), "kind", "shape");
        return FirstStagePlan.configured(config, batchSize * updates.accumulate(), lpips.given());
    }

    private Evaluations evaluations() {
        return evalEvery == null ? VqganTrainer.EVALUATIONS : new Evaluations.EverySteps(evalEvery);
    }
}
