package org.gatun.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.gatun.config.ProjectConfig;
import org.gatun.config.RunFolder;
import org.gatun.data.ImageFolder;
import org.gatun.gpt.SamplingOptions;
import org.gatun.run.FirstStage;
import org.gatun.torch.Device;
import org.gatun.torch.TensorScope;
import org.gatun.train.Budget;
import org.gatun.train.RunDirectory;
import org.gatun.train.Sheets;
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
        description = "Trains a class-conditional transformer on the codes of a trained VQGAN.",
        sortOptions = false)
final class TrainTransformerCommand implements Callable<Integer> {

    private static final long DEFAULT_STEPS = 20_000;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            required = true,
            description = "Folder of pictures; its sub-folders are classes.")
    private Path data;

    @Option(names = "--vqgan", paramLabel = "RUN", required = true, description = "The folder of the VQGAN's run.")
    private Path vqgan;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            defaultValue = "runs/transformer",
            description = "The run's folder; default ${DEFAULT-VALUE}.")
    private Path out;

    @ArgGroup(exclusive = false, heading = "Length:%n")
    private final BudgetOptions budget = new BudgetOptions();

    @Option(names = "--no-flip", description = "Don't learn pictures mirrored, too.")
    private boolean noFlip;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "0",
            description = "Decides all that is random; default ${DEFAULT-VALUE}.")
    private long seed;

    @Mixin
    private SecondStageOptions shape;

    @Mixin
    private ComputeOptions compute;

    @Override
    public Integer call() {
        Budget length = budget.budget(DEFAULT_STEPS);
        ImageFolder folder = ImageFolder.open(data);
        RunFolder firstRun = RunFolder.open(vqgan);
        Device device = compute.device();
        RunDirectory run = RunDirectory.create(out);
        try (Narrator log = new Narrator(spec.commandLine().getOut(), out.resolve("log.txt"));
                FirstStage firstStage = FirstStage.load(firstRun, device)) {
            TransformerSettings settings = shape.settings(
                    firstStage.model().config(), folder.classes().size(), compute.precision(device), seed);
            SecondStageOptions.config(
                            settings, ProjectConfig.load(firstRun.configFiles()).firstStage(), folder.classes())
                    .save(run.config());
            try (TransformerTraining training = new TransformerTraining(settings, device);
                    TensorScope _ = TensorScope.open()) {
                TransformerTrainer trainer = new TransformerTrainer(training, run, log);
                double loss = trainer.train(folder, firstStage.model(), !noFlip, length)
                        .loss();
                training.save(run.checkpoint(), firstStage.parameters().stateDict());
                Sheets.write(
                        trainer.sample(firstStage.model(), SampleCommand.PER_CLASS, SamplingOptions.DEFAULT),
                        SampleCommand.PER_CLASS,
                        folder.classes(),
                        run.samples());
                log.accept(String.format(
                        Locale.ROOT,
                        "%d steps; held out: %.3f nats a code at best; see %s",
                        training.stepsDone(),
                        loss,
                        run.path()));
            }
        }
        return 0;
    }
}
