package org.gatun.cli;

import java.nio.file.Path;
import org.gatun.data.ImageDataset;
import picocli.CommandLine.Option;

/** The pictures to learn from, and those to measure with. */
final class DataOptions {

    @Option(
            names = "--data",
            paramLabel = "PATH",
            required = true,
            description =
                    "Folder of pictures, whose sub-folders are classes; or a text file (.txt) with a path a line; or what"
                            + " \"gatun pack\" has written.")
    private Path data;

    @Option(
            names = "--val-data",
            paramLabel = "PATH",
            description =
                    "Pictures to measure with, given likewise; default: those that the data set holds out, a tenth"
                            + " where it has no splits of its own.")
    private Path valData;

    ImageDataset dataset() {
        return valData == null
                ? ImageDataset.open(data)
                : ImageDataset.open(data, 0).withVal(ImageDataset.open(valData, 0));
    }
}
