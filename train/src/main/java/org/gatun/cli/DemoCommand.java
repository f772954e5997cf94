package org.gatun.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.gatun.config.ConditionSettings;
import org.gatun.data.IconFolderWriter;
import org.gatun.data.IconSet;
import org.gatun.data.ImageDataset;
import org.gatun.gpt.SamplingOptions;
import org.gatun.plot.Panel;
import org.gatun.run.PerceptualDistance;
import org.gatun.torch.Device;
import org.gatun.torch.LibTorch;
import org.gatun.train.Curves;
import org.gatun.train.ReconstructionQuality;
import org.gatun.train.RunDirectory;
import org.gatun.train.TrainingPictures;
import org.gatun.train.TransformerTrainer;
import org.gatun.train.VqganTrainer;
import org.gatun.train.VqganTraining;
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
    private static final double VQGAN_SHARE = 0.56;

    private static final double TRANSFORMER_SHARE = 0.36;

    /** Folders of the two runs below the demo's. */
    private static final String FIRST = "vqgan";

    private static final String SECOND = "transformer";

    /** So that samples can be guided. */
    private static final double LABEL_DROPOUT = 0.1;

    private static final SamplingOptions SAMPLING =
            SamplingOptions.DEFAULT.withTopP(0.95).withGuidanceScale(2);

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--set",
            paramLabel = "NAME",
            defaultValue = "noto",
            description = "Which set; default ${DEFAULT-VALUE}.")
    private String set;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            defaultValue = "runs/demo",
            description = "Where all is written; default ${DEFAULT-VALUE}.")
    private Path out;

    @Mixin
    private DemoOptions demo;

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
        demo.check();
        long begin = System.nanoTime();
        Device device = compute.device();
        RunDirectory run = RunDirectory.create(out);
        try (Narrator log = new Narrator(spec.commandLine().getOut(), out.resolve("log.txt"))) {
            log.accept("libtorch " + LibTorch.version() + ", " + LibTorch.numThreads() + " threads, " + device);
            Path drawn = out.resolve("pictures-" + firstShape.size);
            log.accept("Drawing the pictures: "
                    + new IconFolderWriter(firstShape.size)
                            .write(IconSet.readFromJar(demo.pictures(), set), drawn)
                            .summary());
            ImageDataset dataset = ImageDataset.open(drawn);
            if (!lpips.given()) {
                log.accept("NOTE: without --lpips-vgg and --lpips-lin the perceptual loss is off");
            }
            TimedStages stages =
                    new TimedStages(firstShape, secondShape, compute.precision(device), device, demo.seed(), log);
            try (PerceptualDistance perceptual =
                            lpips.given() ? PerceptualDistance.load(lpips.vgg(), lpips.lin(), device) : null;
                    VqganTraining first = stages.first(perceptual)) {
                VqganTrainer.Outcome codes = stages.train(
                        first, "First stage, a VQGAN", dataset, out.resolve(FIRST), demo.seconds(VQGAN_SHARE));
                publish(new RunDirectory(out.resolve(FIRST)).reconstructions(), run.reconstructions());
                TransformerTrainer.Outcome transformer = stages.train(
                        plan(first, dataset),
                        new TrainingPictures(dataset, null),
                        SAMPLING,
                        out.resolve(SECOND),
                        demo.seconds(TRANSFORMER_SHARE));
                publish(new RunDirectory(out.resolve(SECOND)).samples(), run.samples());
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

    /** A stage's sheet is the demo's. */
    private static void publish(Path from, Path to) {
        try {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + to, e);
        }
    }

    private TransformerPlan plan(VqganTraining first, ImageDataset dataset) {
        List<String> classes = dataset.classes();
        return TransformerPlan.byOptions(
                secondShape,
                new ConditionSettings.ClassLabel(classes.size()),
                -1,
                LABEL_DROPOUT,
                TransformerPlan.trained(first),
                null,
                classes);
    }
}
