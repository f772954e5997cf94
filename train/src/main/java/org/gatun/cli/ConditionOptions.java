package org.gatun.cli;

import java.nio.file.Path;
import org.gatun.config.ConditionSettings;
import org.gatun.config.FirstStageSettings;
import org.gatun.config.RunFolder;
import org.gatun.gpt.CoordinateCondition;
import picocli.CommandLine.Option;

/** What a transformer is to be conditioned on. */
final class ConditionOptions {

    @Option(
            names = "--condition",
            paramLabel = "KIND",
            description =
                    "none, class (default), coordinates, self (a smaller copy: super-resolution; needs --cond-size), or"
                            + " picture (needs --cond-vqgan and --cond-data; the default where they are given).")
    private String condition;

    @Option(
            names = "--cond-vqgan",
            paramLabel = "RUN",
            description =
                    "The folder of the run of a VQGAN of the conditions: of depth or segmentation maps, or other pictures.")
    private Path condVqgan;

    @Option(
            names = "--cond-data",
            paramLabel = "DIR",
            description = "Folder of the conditions, under the same names as the pictures, but for the ending.")
    private Path condData;

    @Option(
            names = "--cond-size",
            paramLabel = "PIXELS",
            defaultValue = "-1",
            description =
                    "Resize conditions to this height and width first (downsample_cond_size); default: as they are.")
    private int condSize;

    @Option(
            names = "--cond-dropout",
            paramLabel = "P",
            defaultValue = "0.1",
            description =
                    "Share of conditions left out in training, so that samples can be guided; default ${DEFAULT-VALUE}.")
    private double condDropout;

    /** The run of the condition's stage, or null if there is none. */
    RunFolder run() {
        return condVqgan == null ? null : RunFolder.open(condVqgan);
    }

    /** The folder of the conditions, or null if there is none. */
    Path data() {
        return condData;
    }

    int size() {
        return condSize;
    }

    /** Share of conditions left out; there is nothing to leave out where there is no condition. */
    double dropout(ConditionSettings settings) {
        if (!(condDropout >= 0 && condDropout < 1)) {
            throw new UserException("--cond-dropout must be in [0, 1), not " + condDropout);
        }
        return settings instanceof ConditionSettings.Unconditional ? 0 : condDropout;
    }

    /**
     * The condition's configuration.
     *
     * @param firstStage the transformer's
     * @param condStage the condition's, or null if there is none
     * @param classes number of classes in the pictures' folder
     */
    ConditionSettings settings(FirstStageSettings firstStage, FirstStageSettings condStage, int classes) {
        String kind = condition != null ? condition : condStage != null ? "picture" : "class";
        if (condStage != null && !kind.equals("picture")) {
            throw new UserException("--cond-vqgan is for --condition picture");
        }
        if (condData != null && !kind.equals("picture")) {
            throw new UserException("--cond-data is for --condition picture, which needs --cond-vqgan, too");
        }
        if (condSize != -1 && !kind.equals("picture") && !kind.equals("self")) {
            throw new UserException("--cond-size is for --condition self or picture");
        }
        return switch (kind) {
            case "none" -> new ConditionSettings.Unconditional();
            case "class" -> new ConditionSettings.ClassLabel(classes);
            case "coordinates" ->
                new ConditionSettings.Coordinates(new CoordinateCondition(
                        firstStage.quantizer().numCodes(),
                        firstStage.autoencoder().downsamplingFactor()));
            case "self" -> {
                if (condSize == -1) {
                    throw new UserException("--condition self needs --cond-size: a smaller copy is the condition");
                }
                yield new ConditionSettings.FirstStage();
            }
            case "picture" -> {
                if (condStage == null || condData == null) {
                    throw new UserException("--condition picture needs --cond-vqgan and --cond-data");
                }
                yield new ConditionSettings.Picture(condStage);
            }
            default ->
                throw new UserException("no condition \"" + kind + "\": none, class, coordinates, self or picture");
        };
    }
}
