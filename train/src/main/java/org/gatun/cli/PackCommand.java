package org.gatun.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.gatun.data.Crop;
import org.gatun.data.ImageDataset;
import org.gatun.data.ImagePackWriter;
import org.gatun.data.PackFrame;
import org.gatun.train.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gatun pack}. */
@Command(
        name = "pack",
        description = "Decodes and resizes pictures once, into one file that training maps into memory.",
        sortOptions = false)
final class PackCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "PATH", description = "Folder of pictures, or a list of them (.txt).")
    private Path data;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            required = true,
            description = "The file to write.")
    private Path out;

    @Option(
            names = "--size",
            paramLabel = "PIXELS",
            defaultValue = "64",
            description = "Shortest side; training takes the same --size; default ${DEFAULT-VALUE}.")
    private int size;

    @Option(
            names = "--crop",
            paramLabel = "CROP",
            defaultValue = "random",
            description = "random (default) keeps whole pictures, for any crop; center only the middle squares.")
    private Crop crop;

    @Override
    public Integer call() {
        FirstStageOptions.requirePositive("--size", size);
        ImageDataset dataset = ImageDataset.open(data);
        int count = dataset.all().size();
        ImagePackWriter writer = new ImagePackWriter(
                new PackFrame(size, crop), Runtime.getRuntime().availableProcessors());
        try (Progress progress = new Progress("packing")) {
            ImagePackWriter.Summary summary = writer.write(
                    dataset, out, done -> progress.update((double) done / count, done + " of " + count + " pictures"));
            if (summary.unreadable().count() > 0) {
                spec.commandLine().getErr().println(summary.unreadable().summary());
            }
            spec.commandLine()
                    .getOut()
                    .printf(
                            Locale.ROOT,
                            "%d pictures of %d classes, %.1f MiB: %s%n",
                            summary.pictures(),
                            dataset.classes().size(),
                            summary.bytes() / 0x1p20,
                            out);
        }
        return 0;
    }
}
