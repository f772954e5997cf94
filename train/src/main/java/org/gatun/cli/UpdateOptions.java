package org.gatun.cli;

import org.gatun.train.UpdateSettings;
import picocli.CommandLine.Option;

/** How a step's gradients come about and become weights. */
final class UpdateOptions {

    @Option(
            names = "--accumulate",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "Batches a step, taken one after the other; their gradients are averaged, as those of one large batch."
                            + " The learning rate stays as it is, but for a configuration's base_learning_rate. Default ${DEFAULT-VALUE}.")
    private int accumulate;

    @Option(
            names = "--grad-clip",
            paramLabel = "NORM",
            description =
                    "Scale the gradients of a step down to this norm; 0 for never. Default: never for a VQGAN, 1 for a"
                            + " transformer.")
    private Double gradClip;

    @Option(
            names = "--ema",
            paramLabel = "DECAY",
            defaultValue = "0",
            description =
                    "Average the weights over the steps, each of which keeps this share, 0.999 for one; the average is what is"
                            + " evaluated and saved. Default 0, no average.")
    private double ema;

    @Option(
            names = "--checkpoint-activations",
            description =
                    "Keep only what goes from one block to the next, and compute the rest again in the backward pass: less memory,"
                            + " more time, the same gradients. Without dropout; of a VQGAN, in the fast order.")
    private boolean checkpointActivations;

    boolean checkpointActivations() {
        return checkpointActivations;
    }

    /** @param defaultMaxGradNorm what it is without the option */
    UpdateSettings settings(double defaultMaxGradNorm) {
        try {
            return new UpdateSettings(
                    accumulate, gradClip == null ? defaultMaxGradNorm : gradClip, ema, checkpointActivations);
        } catch (IllegalArgumentException e) {
            throw new UserException("--accumulate, --grad-clip, --ema: " + e.getMessage());
        }
    }
}
