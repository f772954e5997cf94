package org.gatun.vqgan.quantize;

import org.gatun.nn.ParameterPath;

/** Which quantizer a model has, and how large its codebook is. */
public sealed interface QuantizerConfig {

    /** K. */
    int numCodes();

    /** D, the width of a code: {@code embed_dim} in the reference. */
    int dim();

    /** The quantizer, with its parameters at {@code path}. */
    Quantizer create(ParameterPath path);

    /**
     * {@link VectorQuantizer}.
     *
     * @param beta weight of one of the loss' terms
     * @param legacy which: as the reference by default, or as published
     */
    record Nearest(int numCodes, int dim, double beta, boolean legacy) implements QuantizerConfig {

        @Override
        public Quantizer create(ParameterPath path) {
            return legacy
                    ? VectorQuantizer.legacy(path, numCodes, dim, beta)
                    : VectorQuantizer.corrected(path, numCodes, dim, beta);
        }
    }

    /**
     * {@link NormalizedQuantizer}.
     *
     * @param beta weight of the commitment term
     * @param restartAfter steps without use after which a code starts anew; 0 for never
     */
    record Normalized(int numCodes, int dim, double beta, int restartAfter) implements QuantizerConfig {

        @Override
        public Quantizer create(ParameterPath path) {
            return new NormalizedQuantizer(path, numCodes, dim, beta, restartAfter);
        }
    }
}
