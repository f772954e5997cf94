package org.gatun.vqgan.quantize;

import java.util.List;

/** A quantizer of each kind, with each cure, for what holds for all of them. */
public final class Quantizers {

    private static final WarmUpCosineSchedule TEMPERATURE = new WarmUpCosineSchedule(0, 0.5, 1, 1, 100);

    private Quantizers() {}

    /** Each with {@code numCodes} codes of width {@code dim}. */
    public static List<QuantizerConfig> all(int numCodes, int dim) {
        AntiCollapse simvq = new AntiCollapse(true, 0, 0, GradientEstimator.ROTATION);
        AntiCollapse others = new AntiCollapse(false, 2, 2, GradientEstimator.ROTATION);
        return List.of(
                new QuantizerConfig.Nearest(numCodes, dim, 0.25, true),
                new QuantizerConfig.Nearest(numCodes, dim, 0.25, false, simvq),
                new QuantizerConfig.Nearest(numCodes, dim, 0.25, false, others),
                new QuantizerConfig.Normalized(numCodes, dim, 0.25, 2),
                new QuantizerConfig.Normalized(numCodes, dim, 0.25, new EntropyLoss(0.1, 0.01), simvq),
                new QuantizerConfig.Normalized(numCodes, dim, 0.25, new EntropyLoss(0.1, 0.01), others),
                new QuantizerConfig.MovingAverage(numCodes, dim, 0.25),
                new QuantizerConfig.MovingAverage(numCodes, dim, 0.25, 0.9, 1e-5, others),
                new QuantizerConfig.Gumbel(numCodes, dim, 1e-3, true, TEMPERATURE),
                new QuantizerConfig.Remapped(
                        new QuantizerConfig.Nearest(numCodes, dim, 0.25, true),
                        new IndexRemap(List.of(3, 0, 5), new UnknownIndex.Extra())));
    }
}
