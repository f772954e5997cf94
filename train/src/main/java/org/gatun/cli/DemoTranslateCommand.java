package org.gatun.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.gatun.config.ConditionSettings;
import org.gatun.config.RunFolder;
import org.gatun.data.IconCompanionWriter;
import org.gatun.data.IconFolderWriter;
import org.gatun.data.IconSet;
import org.gatun.data.ImageDataset;
import org.gatun.data.ImageSplit;
import org.gatun.data.LabeledImage;
import org.gatun.data.PictureFile;
import org.gatun.data.PictureKind;
import org.gatun.gpt.SamplingListener;
import org.gatun.gpt.SamplingOptions;
import org.gatun.plot.Pictures;
import org.gatun.run.ConditionInput;
import org.gatun.run.PictureSampler;
import org.gatun.run.SecondStage;
import org.gatun.run.TrainedStage;
import org.gatun.torch.Device;
import org.gatun.torch.Generator;
import org.gatun.torch.LibTorch;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;
import org.gatun.train.RunDirectory;
import org.gatun.train.Sheets;
import org.gatun.train.TrainingPictures;
import org.gatun.train.TransformerTrainer;
import org.gatun.train.VqganTraining;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gatun demo-translate}: pictures of one style into another, through a VQGAN of each. */
@Command(
        name = "demo-translate",
        description = "Learns in a few minutes to turn the emoji of one set into those of another.",
        sortOptions = false)
final class DemoTranslateCommand implements Callable<Integer> {

    // Of the time; the rest goes into drawing, encoding and sampling.
    private static final double FIRST_SHARE = 0.36;
    private static final double COND_SHARE = 0.26;
    private static final double TRANSFORMER_SHARE = 0.3;

    private static final double CONDITION_DROPOUT = 0.1;
    private static final int SHOWN = 24;
    private static final int COLUMNS = 12;

    private static final SamplingOptions SAMPLING =
            SamplingOptions.DEFAULT.withTemperature(0.8).withTopP(0.9).withGuidanceScale(1.5);

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--from",
            paramLabel = "NAME",
            defaultValue = "fluent-emoji-flat",
            description = "The set to translate; default ${DEFAULT-VALUE}.")
    private String from;

    @Option(
            names = "--to",
            paramLabel = "NAME",
            defaultValue = "noto",
            description = "The set to translate into; default ${DEFAULT-VALUE}.")
    private String to;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            defaultValue = "runs/demo-translate",
            description = "Where all is written; default ${DEFAULT-VALUE}.")
    private Path out;

    @Mixin
    private DemoOptions demo;

    @Mixin
    private FirstStageOptions firstShape;

    @Mixin
    private SecondStageOptions secondShape;

    @Mixin
    private ComputeOptions compute;

    @Override
    public Integer call() {
        demo.check();
        long begin = System.nanoTime();
        Device device = compute.device();
        RunDirectory run = RunDirectory.create(out);
        try (Narrator log = new Narrator(spec.commandLine().getOut(), out.resolve("log.txt"))) {
            log.accept("libtorch " + LibTorch.version() + ", " + LibTorch.numThreads() + " threads, " + device);
            Path targets = out.resolve(to + "-" + firstShape.size);
            Path inputs = out.resolve(from + "-" + firstShape.size);
            IconSet inputSet = IconSet.readFromJar(demo.pictures(), from);
            log.accept("Drawing the pictures: "
                    + new IconFolderWriter(firstShape.size)
                            .write(IconSet.readFromJar(demo.pictures(), to).sharedWith(inputSet), targets)
                            .summary());
            int pairs = new IconCompanionWriter(firstShape.size).write(inputSet, targets, inputs);
            log.accept(pairs + " pairs of " + from + " and " + to);
            ImageDataset dataset = ImageDataset.open(targets);
            double loss = train(dataset, inputs, device, log);
            showHeldOut(dataset.val(), targets, inputs, run.samples(), device);
            log.accept(String.format(
                    Locale.ROOT,
                    "Done in %.1f minutes: %.3f nats a code of held-out pictures. Look at %s: inputs over outputs over what"
                            + " %s has, none of which the networks have seen.",
                    (System.nanoTime() - begin) / 60e9,
                    loss,
                    run.samples(),
                    to));
        }
        return 0;
    }

    /** The transformer's loss on held-out pictures. */
    private double train(ImageDataset dataset, Path inputs, Device device, Narrator log) {
        TimedStages stages =
                new TimedStages(firstShape, secondShape, compute.precision(device), device, demo.seed(), log);
        ImageDataset inputFolder = ImageDataset.open(inputs);
        try (VqganTraining first = stages.first(null)) {
            stages.train(first, "VQGAN of " + to, dataset, out.resolve("vqgan"), demo.seconds(FIRST_SHARE));
            try (VqganTraining cond = stages.first(null)) {
                stages.train(
                        cond, "VQGAN of " + from, inputFolder, out.resolve("cond-vqgan"), demo.seconds(COND_SHARE));
                TrainedStage condStage = TransformerPlan.trained(cond);
                TransformerPlan plan = TransformerPlan.byOptions(
                        secondShape,
                        new ConditionSettings.Picture(condStage.settings()),
                        -1,
                        CONDITION_DROPOUT,
                        TransformerPlan.trained(first),
                        condStage,
                        dataset.classes());
                TransformerTrainer.Outcome outcome = stages.train(
                        plan,
                        new TrainingPictures(dataset, inputs),
                        SAMPLING,
                        out.resolve("transformer"),
                        demo.seconds(TRANSFORMER_SHARE));
                return outcome.loss();
            }
        }
    }

    /** Inputs over outputs over the truth. */
    private void showHeldOut(ImageSplit split, Path targets, Path inputs, Path file, Device device) {
        try (SecondStage stage = SecondStage.load(RunFolder.open(out.resolve("transformer")), device);
                TensorScope _ = TensorScope.open()) {
            PictureSampler sampler = new PictureSampler(stage);
            List<Tensor> given = new ArrayList<>();
            List<Tensor> truth = new ArrayList<>();
            PictureSize size = PictureSize.of(null, List.of(), stage);
            for (LabeledImage image : split.spread(SHOWN).images()) {
                given.add(picture(inputs.resolve(targets.relativize(image.file())), size, device));
                truth.add(picture(image.file(), size, device));
            }
            Generator.manualSeed(demo.seed());
            Tensor input = Torch.cat(given);
            Tensor codes = sampler.codes(
                    new ConditionInput.Pictures(input),
                    stage.transformer().config().height(),
                    stage.transformer().config().width(),
                    null,
                    SAMPLING,
                    SamplingListener.NONE);
            List<Pictures> rows = List.of(
                    Sheets.pictures(input), Sheets.pictures(sampler.decode(codes)), Sheets.pictures(Torch.cat(truth)));
            Sheets.writeGroups(rows, COLUMNS, file);
        }
    }

    private static Tensor picture(Path file, PictureSize size, Device device) {
        return SampleRows.tensor(new PictureFile(file, new PictureKind.Color()), size, device);
    }
}
