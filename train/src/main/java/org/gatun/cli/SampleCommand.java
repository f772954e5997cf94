package org.gatun.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.gatun.config.RunFolder;
import org.gatun.data.PictureFile;
import org.gatun.data.PictureKind;
import org.gatun.gpt.SamplingOptions;
import org.gatun.metrics.MemoryBandwidth;
import org.gatun.run.ConditionInput;
import org.gatun.run.KnownCodes;
import org.gatun.run.PictureSampler;
import org.gatun.run.SamplingTraffic;
import org.gatun.run.SecondStage;
import org.gatun.torch.Autocast;
import org.gatun.torch.Autograd;
import org.gatun.torch.Device;
import org.gatun.torch.Generator;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;
import org.gatun.torch.TorchException;
import org.gatun.train.Precision;
import org.gatun.train.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gatun sample}. */
@Command(name = "sample", description = "Draws new pictures from a trained transformer.", sortOptions = false)
final class SampleCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-r", "--run"},
            paramLabel = "RUN",
            required = true,
            description = "The folder of the transformer's run, ours or the reference's (logs/NAME).")
    private Path run;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            defaultValue = "samples.png",
            description =
                    "The sheet to write; a folder of its name takes each picture as a file. Without the ending .png a"
                            + " folder for all. Default ${DEFAULT-VALUE}.")
    private Path out;

    @Option(
            names = "-n",
            paramLabel = "N",
            defaultValue = "8",
            description = "Pictures of each class or condition; default ${DEFAULT-VALUE}.")
    private int count;

    @Option(
            names = "--batch-size",
            paramLabel = "B",
            defaultValue = "25",
            description = "Pictures drawn at a time; default ${DEFAULT-VALUE}.")
    private int batchSize;

    @Option(
            names = "--classes",
            split = ",",
            paramLabel = "CLASS",
            description = "Names or numbers of classes; default: all.")
    private List<String> classes;

    @Option(
            names = "--cond",
            paramLabel = "PATH",
            description =
                    "A picture to draw from, or a folder of them: depth maps, segmentation maps, what the transformer"
                            + " was trained with.")
    private Path conditions;

    @Option(
            names = "--size",
            paramLabel = "SIZE",
            description = "Pixels: 512, 512x768 (height, width), or own, that of --cond; larger pictures than the"
                    + " transformer's are drawn by a sliding window. Default: the transformer's.")
    private String size;

    private boolean captureFailureTold;

    @Mixin
    private CompletionOptions completion;

    @Mixin
    private SamplingParameters sampling;

    @Mixin
    private ComputeOptions compute;

    @Override
    public Integer call() {
        if (count < 1) {
            throw new UserException("-n must be at least 1, not " + count);
        }
        if (batchSize < 1) {
            throw new UserException("--batch-size must be at least 1, not " + batchSize);
        }
        Device device = compute.device();
        Precision precision = compute.precision(device);
        SamplingOptions options = sampling.options(device);
        RunFolder folder = RunFolder.open(run);
        try (SecondStage stage = SecondStage.load(folder, device);
                Autocast _ = precision.open(device);
                TensorScope _ = TensorScope.open();
                var _ = Autograd.noGrad()) {
            SampleRows asked = new SampleRows(classes, conditions);
            List<PictureFile> files = asked.files(stage);
            PictureSize pixels = PictureSize.of(size, files, stage);
            List<SampleRow> rows = asked.rows(stage, files, pixels, device);
            try (SampleSheet sheet = new SampleSheet(out, rows, count, pixels)) {
                Generator.manualSeed(sampling.seed());
                draw(stage, rows, pixels, options, sheet);
            }
        }
        return 0;
    }

    private void draw(
            SecondStage stage, List<SampleRow> rows, PictureSize pixels, SamplingOptions options, SampleSheet sheet) {
        PictureSampler sampler = new PictureSampler(stage);
        int height = pixels.height() / sampler.codePixels();
        int width = pixels.width() / sampler.codePixels();
        KnownCodes known = known(sampler, pixels, stage.parameters().device());
        boolean inRasterOrder = stage.transformer().permuter().isIdentity();
        int total = rows.size() * count;
        double seconds = 0;
        long bytes = 0;
        long begin = System.nanoTime();
        try (Progress progress = new Progress("samples")) {
            for (int first = 0; first < total; first += batchSize) {
                int now = Math.min(batchSize, total - first);
                try (TensorScope _ = TensorScope.open()) {
                    PartialPictures listener = new PartialPictures(
                            sampler,
                            sheet,
                            progress,
                            first,
                            now,
                            total,
                            inRasterOrder,
                            known == null ? null : known.known(),
                            this::tellOnce);
                    long codesBegin = System.nanoTime();
                    Tensor codes = sampler.codes(
                            input(rows, first, now), height, width, expanded(known, now), options, listener);
                    codes.max().item(); // waits for the device
                    seconds += (System.nanoTime() - codesBegin) / 1e9;
                    bytes += SamplingTraffic.bytes(stage, options.isGuided() ? 2L * now : now);
                    sheet.put(first, sampler.decode(codes));
                }
            }
        }
        double all = (System.nanoTime() - begin) / 1e9;
        sheet.write();
        sheet.writeSingles();
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "%s in %.2f s: %.0f tokens/s, %.3g pictures/s%s; see %s%n",
                        total == 1 ? "1 picture" : total + " pictures",
                        all,
                        (double) total * height * width / seconds,
                        total / all,
                        sampler.isOwnSize(height, width) && known == null
                                ? bandwidth(bytes / seconds, stage.parameters().device())
                                : "",
                        sheet.file());
    }

    private void tellOnce(TorchException failure) {
        if (!captureFailureTold) {
            captureFailureTold = true;
            spec.commandLine()
                    .getErr()
                    .println("NOTE: drawing can't be captured as a CUDA graph and runs kernel by kernel: "
                            + failure.getMessage());
        }
    }

    private static String bandwidth(double bytesPerSecond, Device device) {
        double limit = MemoryBandwidth.measure(device);
        return String.format(
                Locale.ROOT,
                ", %.0f%% of what the memory's %.1f GB/s (measured) allow",
                100 * bytesPerSecond / limit,
                limit / 1e9);
    }

    /** What the pictures from the {@code first} on are drawn from. */
    private ConditionInput input(List<SampleRow> rows, int first, int now) {
        List<SampleRow> chosen = IntStream.range(first, first + now)
                .mapToObj(i -> rows.get(i / count))
                .toList();
        if (chosen.getFirst().condition() != null) {
            return new ConditionInput.Pictures(
                    Torch.cat(chosen.stream().map(SampleRow::condition).toList()));
        }
        if (chosen.getFirst().label() >= 0) {
            return new ConditionInput.Labels(
                    chosen.stream().mapToLong(SampleRow::label).toArray());
        }
        return new ConditionInput.None(now);
    }

    /** The codes that stay, of one picture; null if there is none to complete. */
    private KnownCodes known(PictureSampler sampler, PictureSize pixels, Device device) {
        if (completion.picture() == null) {
            return null;
        }
        PictureFile file =
                PictureFile.list(completion.picture(), new PictureKind.Color()).getFirst();
        Tensor codes = sampler.encode(SampleRows.tensor(file, pixels, device)); // (1, h, w)
        return new KnownCodes(codes, completion.region().known((int) codes.size(1), (int) codes.size(2)));
    }

    private static KnownCodes expanded(KnownCodes known, int count) {
        return known == null
                ? null
                : new KnownCodes(
                        known.codes()
                                .expand(
                                        count,
                                        known.codes().size(1),
                                        known.codes().size(2)),
                        known.known());
    }
}
