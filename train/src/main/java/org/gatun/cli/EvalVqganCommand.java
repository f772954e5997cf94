package org.gatun.cli;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gatun.config.RunFolder;
import org.gatun.data.BatchOptions;
import org.gatun.data.BatchSource;
import org.gatun.data.ImageDataset;
import org.gatun.data.ImageSplit;
import org.gatun.data.ImageTransform;
import org.gatun.data.PictureKind;
import org.gatun.metrics.PairMean;
import org.gatun.metrics.Ssim;
import org.gatun.metrics.fid.ReconstructionFid;
import org.gatun.run.FirstStage;
import org.gatun.run.InceptionFeatures;
import org.gatun.run.PerceptualDistance;
import org.gatun.torch.Device;
import org.gatun.train.ReconstructionObserver;
import org.gatun.train.ReconstructionQuality;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gatun eval vqgan}. */
@Command(
        name = "vqgan",
        description = "Measures how well a VQGAN renders pictures, at its own resolution.",
        sortOptions = false)
final class EvalVqganCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-r", "--run", "--checkpoint"},
            paramLabel = "RUN",
            required = true,
            description = "The folder of the VQGAN's run, or a checkpoint in it.")
    private Path run;

    @Option(names = "--data", paramLabel = "DIR", required = true, description = "Folder of pictures.")
    private Path data;

    @Option(
            names = "--held-out",
            description = "Only the pictures that training on DIR holds out; default: all of them.")
    private boolean heldOut;

    @Option(
            names = "--batch-size",
            paramLabel = "B",
            defaultValue = "8",
            description = "Pictures at a time; default ${DEFAULT-VALUE}.")
    private int batchSize;

    @Mixin
    private LpipsOptions lpips;

    @Option(
            names = "--inception",
            paramLabel = "FILE",
            description = "Inception v3 of the FID (pt_inception-2015-12-05-6726825d.pth), for rFID.")
    private Path inception;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            defaultValue = "eval.json",
            description = "The figures as JSON; default ${DEFAULT-VALUE}.")
    private Path out;

    @Mixin
    private ComputeOptions compute;

    @Override
    public Integer call() {
        RunFolder folder = RunFolder.open(run);
        ImageSplit pictures = pictures();
        boolean perceptualGiven = lpips.given();
        Device device = compute.device();
        try (FirstStage stage = FirstStage.load(folder, device);
                PerceptualDistance perceptual =
                        perceptualGiven ? PerceptualDistance.load(lpips.vgg(), lpips.lin(), device) : null;
                InceptionFeatures features = inception == null ? null : InceptionFeatures.load(inception, device);
                ReconstructionFid fid = features == null ? null : new ReconstructionFid(features.network(), device)) {
            PairMean ssim = new PairMean(Ssim::of);
            List<ReconstructionObserver> observers = new ArrayList<>(List.of(ssim::add));
            Optional<PairMean> lpipsMean =
                    Optional.ofNullable(perceptual).map(distance -> new PairMean(distance.lpips()::forward));
            lpipsMean.ifPresent(mean -> observers.add(mean::add));
            if (fid != null) {
                observers.add(fid::add);
            }
            ReconstructionQuality quality = measure(stage, pictures, device, observers);
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("pictures", quality.pictures());
            figures.put("psnr", quality.psnr());
            figures.put("ssim", ssim.mean());
            figures.put("lpips", lpipsMean.map(PairMean::mean).orElse(null));
            figures.put("rfid", fid == null ? null : fid.distance());
            figures.put("codebook_size", stage.model().quantizer().numCodes());
            figures.put("codebook_usage", quality.usage());
            figures.put("perplexity", quality.perplexity());
            print(figures);
            write(figures);
        }
        return 0;
    }

    private ImageSplit pictures() {
        if (!heldOut) {
            return ImageDataset.open(data, 0).all();
        }
        ImageSplit split = ImageDataset.open(data).val();
        if (split.size() == 0) {
            throw new UserException("training on " + data + " holds no picture out");
        }
        return split;
    }

    private ReconstructionQuality measure(
            FirstStage stage, ImageSplit pictures, Device device, List<ReconstructionObserver> observers) {
        if ((lpips.given() || inception != null) && !(stage.kind() instanceof PictureKind.Color)) {
            throw new UserException("LPIPS and rFID are about pictures in colour, and the model's are not");
        }
        int resolution = stage.model().config().autoencoder().resolution();
        if (resolution < Ssim.WINDOW) {
            throw new UserException(
                    "SSIM needs pictures of at least " + Ssim.WINDOW + " pixels, and the model's have " + resolution);
        }
        ImageTransform transform = ImageTransform.evaluation(resolution).withKind(stage.kind());
        try (BatchSource source = BatchSource.open(pictures, transform, BatchOptions.evaluation(batchSize))) {
            ReconstructionQuality quality =
                    ReconstructionQuality.measure(stage.model(), source, compute.precision(device), device, observers);
            if (source.unreadable().count() > 0) {
                spec.commandLine().getErr().println(source.unreadable().summary());
            }
            return quality;
        }
    }

    private void print(Map<String, Object> figures) {
        PrintWriter text = spec.commandLine().getOut();
        row(text, "pictures", "%d", figures.get("pictures"), "");
        row(text, "PSNR, dB", "%.2f", figures.get("psnr"), "");
        row(text, "SSIM", "%.4f", figures.get("ssim"), "");
        row(text, "LPIPS", "%.4f", figures.get("lpips"), "needs --lpips-vgg and --lpips-lin");
        row(text, "rFID", "%.2f", figures.get("rfid"), "needs --inception");
        row(text, "codes", "%d", figures.get("codebook_size"), "");
        row(text, "share of them in use", "%.3f", figures.get("codebook_usage"), "");
        row(text, "perplexity", "%.1f", figures.get("perplexity"), "");
        text.println("Usage and perplexity are those over all the pictures; see " + out + " for all digits");
        text.flush();
    }

    private static void row(PrintWriter text, String name, String format, Object value, String otherwise) {
        String shown = value == null ? "-  " + otherwise : String.format(Locale.ROOT, format, value);
        text.printf("%-22s %s%n", name, shown);
    }

    private void write(Map<String, Object> figures) {
        try {
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build()
                    .writeValue(out.toFile(), figures);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + out, e);
        }
    }
}
