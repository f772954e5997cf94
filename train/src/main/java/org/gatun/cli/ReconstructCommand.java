package org.gatun.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.gatun.config.RunFolder;
import org.gatun.data.BatchOptions;
import org.gatun.data.BatchSource;
import org.gatun.data.ImageDataset;
import org.gatun.data.ImageSplit;
import org.gatun.data.ImageTransform;
import org.gatun.run.FirstStage;
import org.gatun.torch.Device;
import org.gatun.train.Precision;
import org.gatun.train.ReconstructionQuality;
import org.gatun.train.Sheets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gatun reconstruct}. */
@Command(
        name = "reconstruct",
        description = "Turns pictures into a VQGAN's codes and back, and shows both.",
        sortOptions = false)
final class ReconstructCommand implements Callable<Integer> {

    private static final int BATCH_SIZE = 8;
    private static final int COLUMNS = 8;

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-r", "--run"},
            paramLabel = "RUN",
            required = true,
            description = "The folder of the VQGAN's run.")
    private Path run;

    @Option(names = "--images", paramLabel = "DIR", required = true, description = "Folder of pictures.")
    private Path images;

    @Option(
            names = "-n",
            paramLabel = "N",
            defaultValue = "32",
            description = "Pictures on the sheet; default ${DEFAULT-VALUE}.")
    private int count;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            defaultValue = "reconstructions.png",
            description =
                    "The sheet to write: rows of pictures over rows of their reconstructions; default ${DEFAULT-VALUE}.")
    private Path out;

    @Mixin
    private ComputeOptions compute;

    @Override
    public Integer call() {
        if (count < 1) {
            throw new UserException("-n must be at least 1, not " + count);
        }
        RunFolder folder = RunFolder.open(run);
        ImageSplit pictures = ImageDataset.open(images, 0).all();
        Device device = compute.device();
        Precision precision = compute.precision(device);
        try (FirstStage stage = FirstStage.load(folder, device);
                BatchSource source = BatchSource.open(
                        pictures,
                        ImageTransform.evaluation(
                                        stage.model().config().autoencoder().resolution())
                                .withKind(stage.kind()),
                        BatchOptions.evaluation(BATCH_SIZE))) {
            Sheets.reconstructions(stage.model(), source, count, COLUMNS, precision, device, out);
            ReconstructionQuality quality = ReconstructionQuality.measure(stage.model(), source, precision, device);
            if (source.unreadable().count() > 0) {
                spec.commandLine().getErr().println(source.unreadable().summary());
            }
            spec.commandLine()
                    .getOut()
                    .printf(
                            Locale.ROOT,
                            "%d pictures: PSNR %.2f dB, %.0f%% of the codes in use, perplexity %.0f; see %s%n",
                            quality.pictures(),
                            quality.psnr(),
                            100 * quality.usage(),
                            quality.perplexity(),
                            out);
        }
        return 0;
    }
}
