package org.gatun.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.gatun.config.ConditionSettings;
import org.gatun.config.RunFolder;
import org.gatun.data.ImageDataset;
import org.gatun.data.PictureKind;
import org.gatun.gpt.SamplingOptions;
import org.gatun.run.FirstStage;
import org.gatun.run.TrainedStage;
import org.gatun.torch.Device;
import org.gatun.train.Budget;
import org.gatun.train.CodeOptions;
import org.gatun.train.DevicePeak;
import org.gatun.train.Interruption;
import org.gatun.train.LoopSettings;
import org.gatun.train.RunDirectory;
import org.gatun.train.TrainingPictures;
import org.gatun.train.TransformerSettings;
import org.gatun.train.TransformerTrainer;
import org.gatun.train.TransformerTraining;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gatun train transformer}. */
@Command(
        name = "transformer",
        description = "Trains a transformer on the codes of a trained VQGAN.",
        sortOptions = false)
final class TrainTransformerCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOptions data;

    @Option(names = "--vqgan", paramLabel = "RUN", required = true, description = "The folder of the VQGAN's run.")
    private Path vqgan;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            defaultValue = "runs/transformer",
            description = "The run's folder; default ${DEFAULT-VALUE}.")
    private Path out;

    @Option(
            names = "--config",
            paramLabel = "YAML",
            description =
                    "The reference's configuration of a transformer (Net2NetTransformer), in place of the options of"
                            + " its shape and condition.")
    private Path config;

    @ArgGroup(exclusive = false, heading = "Length:%n")
    private final BudgetOptions budget = new BudgetOptions();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "0",
            description = "Decides all that is random; default ${DEFAULT-VALUE}.")
    private long seed;

    @Mixin
    private ConditionOptions conditions;

    @Mixin
    private CodesOptions codes;

    @Mixin
    private SecondStageOptions shape;

    @Mixin
    private UpdateOptions update;

    @Mixin
    private LoopOptions loop;

    @Mixin
    private ComputeOptions compute;

    @Mixin
    private GraphOptions graphs;

    @Override
    public Integer call() {
        Budget length = budget.budget();
        CodeOptions codeOptions = codes.options(out);
        ImageDataset dataset = data.dataset();
        RunFolder firstRun = RunFolder.open(vqgan);
        RunFolder condRun = conditions.run();
        Device device = compute.device();
        LoopSettings loopSettings = loop.settings();
        RunDirectory run = loop.open(out);
        try (Interruption interruption = Interruption.open();
                Narrator log = new Narrator(spec.commandLine().getOut(), out.resolve("log.txt"));
                FirstStage firstStage = FirstStage.load(firstRun, device);
                FirstStage condStage = condRun == null ? null : FirstStage.load(condRun, device)) {
            if (!(firstStage.kind() instanceof PictureKind.Color)) {
                throw new UserException(vqgan + " is a VQGAN of maps, and a VQGAN of pictures is needed");
            }
            TransformerPlan plan = plan(firstStage, condStage, dataset);
            TransformerSettings settings = shape.training(
                    plan, compute.precision(device), update.settings(SecondStageOptions.MAX_GRAD_NORM), seed);
            if (settings.update().checkpointActivations()
                    && settings.model().gpt().blocksDropOut()) {
                throw new UserException("--checkpoint-activations needs a network without dropout");
            }
            loop.saveConfig(plan.config(), run);
            try (TransformerTraining training = new TransformerTraining(settings, device, graphs.wanted(device), log)) {
                TransformerTrainer.Outcome outcome = new TransformerTrainer(training, plan.stages(), run, log)
                        .train(
                                new TrainingPictures(dataset, conditions.data()),
                                codeOptions,
                                SamplingOptions.DEFAULT,
                                length,
                                loopSettings.withPeak(DevicePeak.measure(device, settings.precision())),
                                interruption);
                if (!outcome.finished()) {
                    log.accept("Stopped after step " + training.stepsDone() + ". Go on with: "
                            + LoopOptions.howToGoOn(spec));
                    return TrainVqganCommand.STOPPED;
                }
                log.accept(String.format(
                        Locale.ROOT,
                        "%d steps; held out: %.3f nats a code at best; see %s",
                        training.stepsDone(),
                        outcome.loss(),
                        run.path()));
            }
        }
        return 0;
    }

    private TransformerPlan plan(FirstStage firstStage, FirstStage condStage, ImageDataset dataset) {
        TrainedStage first = firstStage.trained();
        TrainedStage cond = condStage == null ? null : condStage.trained();
        if (config != null) {
            Set<String> kept = Set.of("--batch-size", "--lr", "--cond-vqgan", "--cond-data");
            ReplacedOptions.refuse(spec, "--config", kept, "shape", "conditions");
            return TransformerPlan.configured(config, first, cond, conditions.data() != null, dataset.classes());
        }
        ConditionSettings condition = conditions.settings(
                first.settings(),
                cond == null ? null : cond.settings(),
                dataset.classes().size());
        return TransformerPlan.byOptions(
                shape, condition, conditions.size(), conditions.dropout(condition), first, cond, dataset.classes());
    }
}
