package org.gatun.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What every demo is told: where its pictures are, and how long it may take. */
final class DemoOptions {

    @Option(
            names = "--pictures",
            paramLabel = "JAR",
            required = true,
            description = "The jar of Iconify's sets, org.webjars.npm:iconify__json; \"make demo\" fetches it.")
    private Path pictures;

    @Option(
            names = "--minutes",
            paramLabel = "M",
            defaultValue = "8",
            description = "How long it may take; default ${DEFAULT-VALUE}.")
    private double minutes;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "0",
            description = "Decides all that is random; default ${DEFAULT-VALUE}.")
    private long seed;

    /** @throws UserException if there is no time */
    void check() {
        if (!(minutes > 0)) {
            throw new UserException("--minutes must be above 0, not " + minutes);
        }
    }

    Path pictures() {
        return pictures;
    }

    /** A share of the time. */
    double seconds(double share) {
        return 60 * minutes * share;
    }

    long seed() {
        return seed;
    }
}
