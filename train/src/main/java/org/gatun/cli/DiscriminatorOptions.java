package org.gatun.cli;

import java.util.Locale;
import org.gatun.vqgan.AdaptiveWeight;
import org.gatun.vqgan.AdversarialConfig;
import org.gatun.vqgan.DiscriminatorLoss;
import org.gatun.vqgan.FixedWeight;
import org.gatun.vqgan.GeneratorWeight;
import picocli.CommandLine.Option;

/** A first stage's discriminator, and how much it counts. */
final class DiscriminatorOptions {

    private static final int NDF = 32;
    private static final int NUM_LAYERS = 2;

    @Option(
            names = "--disc-start",
            paramLabel = "STEP",
            description =
                    "Step at which the discriminator comes in; default: never, but in a demo for the last two thirds of"
                            + " the first stage's time.")
    private Long start;

    @Option(
            names = "--disc-warmup",
            paramLabel = "STEPS",
            defaultValue = "50",
            description =
                    "Steps over which it then gains its full weight; default ${DEFAULT-VALUE}, 0 in the reference.")
    private long warmup;

    @Option(
            names = "--disc-weight",
            paramLabel = "W",
            defaultValue = "0.2",
            description = "Weight of the GAN loss; default ${DEFAULT-VALUE}.")
    private double weight;

    @Option(
            names = "--disc-loss",
            paramLabel = "LOSS",
            defaultValue = "hinge",
            description = "hinge (default) or vanilla.")
    private DiscriminatorLoss loss;

    @Option(
            names = "--adaptive-weight",
            paramLabel = "HOW",
            defaultValue = "reference",
            description =
                    "What the weight is multiplied by: the ratio of the gradients at the last layer as the reference"
                            + " computes it (reference, default) or as the paper prints it (paper), or 1 (none).")
    private String adaptiveWeight;

    @Option(
            names = "--lecam-weight",
            paramLabel = "W",
            defaultValue = "0",
            description =
                    "LeCam regularisation of the discriminator; default ${DEFAULT-VALUE} for none, 0.001 is common.")
    private double lecamWeight;

    /** @param channels of the pictures that it sees */
    AdversarialConfig config(int channels) {
        if (warmup < 0) {
            throw new UserException("--disc-warmup must be at least 0, not " + warmup);
        }
        return new AdversarialConfig(
                start == null ? Long.MAX_VALUE : start,
                warmup,
                1,
                weight,
                generatorWeight(),
                loss,
                lecamWeight,
                false,
                channels,
                NDF,
                NUM_LAYERS,
                false);
    }

    private GeneratorWeight generatorWeight() {
        return switch (adaptiveWeight.toLowerCase(Locale.ROOT)) {
            case "reference" -> AdaptiveWeight.REFERENCE;
            case "paper" -> AdaptiveWeight.PAPER;
            case "none" -> new FixedWeight();
            default ->
                throw new UserException("no adaptive weight \"" + adaptiveWeight + "\": reference, paper or none");
        };
    }
}
