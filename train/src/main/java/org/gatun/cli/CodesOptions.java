package org.gatun.cli;

import java.nio.file.Path;
import org.gatun.data.Crop;
import org.gatun.train.CodeOptions;
import org.gatun.train.Views;
import picocli.CommandLine.Option;

/** How pictures become codes for a transformer's training. */
final class CodesOptions {

    @Option(
            names = "--codes",
            paramLabel = "DIR",
            description =
                    "Where the codes of the data set are kept, and found again; default: codes in the run's folder.")
    private Path codes;

    @Option(
            names = "--crops",
            paramLabel = "N",
            defaultValue = "0",
            description = "Learn N random crops of each picture; default: its middle.")
    private int crops;

    @Option(names = "--no-flip", description = "Don't learn pictures mirrored, too.")
    private boolean noFlip;

    @Option(
            names = "--on-the-fly",
            description = "Encode pictures each time anew, as the reference does, instead of once; with random crops if"
                    + " --crops is given.")
    private boolean onTheFly;

    /** @param run the run's folder */
    CodeOptions options(Path run) {
        if (crops < 0) {
            throw new UserException("--crops must be at least 1, not " + crops);
        }
        Views views = crops == 0 ? new Views(1, Crop.CENTER, !noFlip) : new Views(crops, Crop.RANDOM, !noFlip);
        return new CodeOptions(codes == null ? run.resolve("codes") : codes, views, onTheFly);
    }
}
