package org.gatun.cli;

import java.util.Locale;
import java.util.Set;
import org.gatun.vqgan.quantize.AntiCollapse;
import org.gatun.vqgan.quantize.EntropyLoss;
import org.gatun.vqgan.quantize.GradientEstimator;
import org.gatun.vqgan.quantize.QuantizerConfig;
import org.gatun.vqgan.quantize.WarmUpCosineSchedule;
import picocli.CommandLine.Option;

/** Which quantizer a first stage has, and what is done against the collapse of its codebook. */
final class QuantizerOptions {

    private static final double BETA = 0.25;
    private static final double KL_WEIGHT = 1e-8;
    private static final double FIRST_TEMPERATURE = 1;
    private static final double LAST_TEMPERATURE = 1.0 / 16; // as DALL-E's, arXiv 2102.12092, appendix A.2

    /** Steps without use after which a normalised code starts anew, unless told otherwise. */
    private static final int RESTART_AFTER = 30;

    /** Batches before there are normalised codes, unless told otherwise. */
    private static final int KMEANS_BATCHES = 140;

    private enum Kind {
        NEAREST,
        NORMALIZED,
        EMA,
        GUMBEL
    }

    private static final Set<Kind> LEARNED = Set.of(Kind.NEAREST, Kind.NORMALIZED);
    private static final Set<Kind> SEARCHED = Set.of(Kind.NEAREST, Kind.NORMALIZED, Kind.EMA);

    @Option(
            names = "--n-embed",
            paramLabel = "K",
            defaultValue = "512",
            description = "Codes in the codebook; default ${DEFAULT-VALUE}.")
    private int nEmbed;

    @Option(
            names = "--embed-dim",
            paramLabel = "D",
            defaultValue = "8",
            description = "Width of a code; default ${DEFAULT-VALUE}.")
    private int embedDim;

    @Option(
            names = "--quantizer",
            paramLabel = "KIND",
            defaultValue = "normalized",
            description = "normalized (default): nearest code of unit length; nearest: nearest code, as the reference;"
                    + " ema: nearest code, trained by moving averages; gumbel: codes drawn with Gumbel noise.")
    private Kind kind;

    @Option(
            names = "--beta",
            paramLabel = "B",
            description = "All but gumbel: weight of the commitment; default " + BETA + ".")
    private Double beta;

    @Option(names = "--legacy", description = "nearest: --beta weighs the codes' term, as in the reference.")
    private boolean legacy;

    @Option(
            names = "--restart-after",
            paramLabel = "STEPS",
            description =
                    "All but gumbel: steps without use after which a code starts anew from a feature, 0 for never;"
                            + " default " + RESTART_AFTER + " with normalized, otherwise 0.")
    private Integer restartAfter;

    @Option(
            names = "--kmeans-batches",
            paramLabel = "N",
            description =
                    "All but gumbel: begin without codes; after so many batches, k-means of the features gives them. 0: random codes"
                            + " from the beginning. Default " + KMEANS_BATCHES
                            + " with normalized, or a third of fewer steps, otherwise 0.")
    private Integer kmeansBatches;

    @Option(
            names = "--gradient",
            paramLabel = "HOW",
            description = "All but gumbel: how gradients come past the choice, straight_through (default) or rotation.")
    private GradientEstimator gradient;

    @Option(names = "--simvq", description = "nearest, normalized: frozen codes times a learned linear map.")
    private boolean simvq;

    @Option(
            names = "--entropy-ratio",
            paramLabel = "W",
            description = "normalized: weight of the entropy term; default 0.")
    private Double entropyRatio;

    @Option(
            names = "--entropy-temperature",
            paramLabel = "T",
            description = "normalized: temperature of the entropy term; default 0.01.")
    private Double entropyTemperature;

    @Option(
            names = "--ema-decay",
            paramLabel = "D",
            description = "ema: how much of the averages a step keeps; default "
                    + QuantizerConfig.MovingAverage.DEFAULT_DECAY + ".")
    private Double emaDecay;

    @Option(
            names = "--kl-weight",
            paramLabel = "W",
            description = "gumbel: weight of the divergence from uniform use; default " + KL_WEIGHT + ".")
    private Double klWeight;

    @Option(
            names = "--temperature-steps",
            paramLabel = "STEPS",
            description = "gumbel: steps in which the temperature falls from 1 to 1/16; default 20000.")
    private Long temperatureSteps;

    /** @param steps the run's, at most */
    QuantizerConfig config(long steps) {
        FirstStageOptions.requirePositive("--n-embed", nEmbed);
        FirstStageOptions.requirePositive("--embed-dim", embedDim);
        refuse("--legacy", legacy ? true : null, Set.of(Kind.NEAREST));
        refuse("--simvq", simvq ? true : null, LEARNED);
        refuse("--beta", beta, SEARCHED);
        refuse("--restart-after", restartAfter, SEARCHED);
        refuse("--kmeans-batches", kmeansBatches, SEARCHED);
        refuse("--gradient", gradient, SEARCHED);
        refuse("--entropy-ratio", entropyRatio, Set.of(Kind.NORMALIZED));
        refuse("--entropy-temperature", entropyTemperature, Set.of(Kind.NORMALIZED));
        refuse("--ema-decay", emaDecay, Set.of(Kind.EMA));
        refuse("--kl-weight", klWeight, Set.of(Kind.GUMBEL));
        refuse("--temperature-steps", temperatureSteps, Set.of(Kind.GUMBEL));
        return switch (kind) {
            case NEAREST -> new QuantizerConfig.Nearest(nEmbed, embedDim, or(beta, BETA), legacy, antiCollapse(steps));
            case NORMALIZED ->
                new QuantizerConfig.Normalized(
                        nEmbed,
                        embedDim,
                        or(beta, BETA),
                        new EntropyLoss(
                                or(entropyRatio, EntropyLoss.NONE.ratio()),
                                or(entropyTemperature, EntropyLoss.NONE.temperature())),
                        antiCollapse(steps));
            case EMA ->
                new QuantizerConfig.MovingAverage(
                        nEmbed,
                        embedDim,
                        or(beta, BETA),
                        or(emaDecay, QuantizerConfig.MovingAverage.DEFAULT_DECAY),
                        QuantizerConfig.MovingAverage.DEFAULT_EPS,
                        antiCollapse(steps));
            case GUMBEL ->
                new QuantizerConfig.Gumbel(
                        nEmbed,
                        embedDim,
                        or(klWeight, KL_WEIGHT),
                        true,
                        new WarmUpCosineSchedule(
                                0,
                                LAST_TEMPERATURE,
                                FIRST_TEMPERATURE,
                                FIRST_TEMPERATURE,
                                or(temperatureSteps, BudgetOptions.DEFAULT_STEPS)));
        };
    }

    private AntiCollapse antiCollapse(long steps) {
        boolean kept = kind == Kind.NORMALIZED && !simvq;
        return new AntiCollapse(
                simvq,
                or(kmeansBatches, kept ? (int) Math.min(KMEANS_BATCHES, steps / 3) : 0),
                or(restartAfter, kept ? RESTART_AFTER : 0),
                or(gradient, GradientEstimator.STRAIGHT_THROUGH));
    }

    private void refuse(String option, Object given, Set<Kind> kinds) {
        if (given != null && !kinds.contains(kind)) {
            throw new UserException(
                    option + " has no meaning for --quantizer " + kind.name().toLowerCase(Locale.ROOT));
        }
    }

    private static <T> T or(T given, T byDefault) {
        return given == null ? byDefault : given;
    }
}
