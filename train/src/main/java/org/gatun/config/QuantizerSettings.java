package org.gatun.config;

import org.gatun.vqgan.quantize.QuantizerConfig;

/** A first stage's quantizer. */
public sealed interface QuantizerSettings {

    /** K: {@code n_embed}. */
    int numCodes();

    /** D: {@code embed_dim}. */
    int dim();

    /**
     * A codebook in which the nearest code is looked up.
     *
     * @param config what it is built from
     */
    record Codebook(QuantizerConfig config) implements QuantizerSettings {

        @Override
        public int numCodes() {
            return config.numCodes();
        }

        @Override
        public int dim() {
            return config.dim();
        }
    }

    /**
     * The reference's {@code GumbelQuantize}.
     *
     * @param klWeight weight of the divergence from the uniform distribution
     * @param temperature of the Gumbel softmax, by the step
     */
    record Gumbel(int numCodes, int dim, double klWeight, WarmUpCosineSchedule temperature)
            implements QuantizerSettings {}

    /** The reference's {@code EMAVectorQuantizer}, a codebook that follows the features by moving averages. */
    record MovingAverage(int numCodes, int dim) implements QuantizerSettings {}
}
