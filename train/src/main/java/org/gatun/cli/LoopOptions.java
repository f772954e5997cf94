package org.gatun.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.gatun.config.ProjectConfig;
import org.gatun.train.Checkpoints;
import org.gatun.train.LoopSettings;
import org.gatun.train.RunDirectory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** What a run writes, and whether it goes on with an earlier one. */
final class LoopOptions {

    private static final int SHOWN_DIFFERENCES = 3;

    @Option(
            names = "--log-every",
            paramLabel = "N",
            defaultValue = "10",
            description = "Steps between two readings of the losses; default ${DEFAULT-VALUE}.")
    private int logEvery;

    @Option(
            names = "--save-every",
            paramLabel = "N",
            description = "Steps between two checkpoints at most, beside one every ten minutes.")
    private Long saveEvery;

    @Option(
            names = "--keep",
            paramLabel = "N",
            defaultValue = "3",
            description = "Checkpoints to keep; default ${DEFAULT-VALUE}.")
    private int keep;

    @Option(
            names = "--resume",
            description =
                    "Go on from the newest checkpoint in the run's folder; the other options must be as they were.")
    private boolean resume;

    LoopSettings settings() {
        if (logEvery < 1 || saveEvery != null && saveEvery < 1 || keep < 1) {
            throw new UserException("--log-every, --save-every and --keep must be at least 1");
        }
        Duration interval = LoopSettings.DEFAULT.saveInterval();
        return new LoopSettings(logEvery, saveEvery == null ? Long.MAX_VALUE : saveEvery, interval, keep, resume);
    }

    /**
     * The folder of the run.
     *
     * @throws UserException if there is another run in it, and that is not to go on
     */
    RunDirectory open(Path out) {
        RunDirectory run = RunDirectory.create(out);
        if (!resume && new Checkpoints(run.trainingStates(), keep).newest().isPresent()) {
            throw new UserException("there is a run in " + out
                    + " already: go on with it by --resume, or begin another in a folder of its own by --out");
        }
        return run;
    }

    /**
     * Writes what the run trains.
     *
     * @throws UserException if the run that is to go on trains something else
     */
    void saveConfig(ProjectConfig config, RunDirectory run) {
        if (resume && Files.exists(run.config())) {
            try {
                List<String> differences = ProjectConfig.parse(
                                Files.readString(run.config()), run.config().toString())
                        .differences(config);
                if (!differences.isEmpty()) {
                    throw new UserException("the options describe another network or other losses than " + run.config()
                            + ", from which the run is to go on: " + shortened(differences));
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + run.config(), e);
            }
        }
        config.save(run.config());
    }

    private static String shortened(List<String> differences) {
        String first = differences.stream().limit(SHOWN_DIFFERENCES).collect(Collectors.joining("; "));
        int more = differences.size() - SHOWN_DIFFERENCES;
        return more > 0 ? first + "; and " + more + " more" : first;
    }

    /** What a user types to go on with a run that was stopped. */
    static String howToGoOn(CommandSpec spec) {
        StringBuilder command = new StringBuilder("gatun");
        CommandSpec root = spec.root();
        for (String word : root.commandLine().getParseResult().originalArgs()) {
            command.append(' ').append(word.matches("[\\w@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'");
        }
        return command.indexOf(" --resume") >= 0 ? command.toString() : command + " --resume";
    }
}
