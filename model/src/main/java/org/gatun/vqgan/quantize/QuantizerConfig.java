package org.gatun.vqgan.quantize;

import org.gatun.nn.Init;
import org.gatun.nn.ParameterPath;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;

/** Which quantizer a model has, and how large its codebook is. */
public sealed interface QuantizerConfig {

    /** K, the number of different indices. */
    int numCodes();

    /** D, the width of a code: {@code embed_dim} in the reference. */
    int dim();

    /** The quantizer, with its parameters at {@code path}. */
    Quantizer create(ParameterPath path);

    /**
     * The nearest code, learned by gradient: the reference's {@code VectorQuantizer2}.
     *
     * @param beta weight of one of the loss' terms
     * @param legacy which: as the reference by default (the term that moves the codes), or as published (the commitment)
     */
    record Nearest(int numCodes, int dim, double beta, boolean legacy, AntiCollapse antiCollapse)
            implements QuantizerConfig {

        /** With nothing against collapse, as in the reference. */
        public Nearest(int numCodes, int dim, double beta, boolean legacy) {
            this(numCodes, dim, beta, legacy, AntiCollapse.NONE);
        }

        @Override
        public Quantizer create(ParameterPath path) {
            Init init = Init.uniform(-1.0 / numCodes, 1.0 / numCodes);
            Codebook codebook = Codebook.learned(path, numCodes, dim, init, antiCollapse.simvq());
            CodebookLoss loss = legacy ? CodebookLoss.legacy(beta) : CodebookLoss.corrected(beta);
            return new VectorQuantizer(path, codebook, loss, EntropyLoss.NONE, antiCollapse);
        }
    }

    /**
     * Codes and features of unit length, as in ViT-VQGAN and LlamaGen.
     *
     * @param beta weight of the commitment term
     * @param entropy a further term of the loss
     */
    record Normalized(int numCodes, int dim, double beta, EntropyLoss entropy, AntiCollapse antiCollapse)
            implements QuantizerConfig {

        /**
         * Without the entropy term.
         *
         * @param restartAfter steps without use after which a code starts anew; 0 for never
         */
        public Normalized(int numCodes, int dim, double beta, int restartAfter) {
            this(numCodes, dim, beta, EntropyLoss.NONE, AntiCollapse.restartAfter(restartAfter));
        }

        @Override
        public Quantizer create(ParameterPath path) {
            Codebook codebook = Codebook.learned(path, numCodes, dim, Init.normal(0, 1), antiCollapse.simvq());
            return new VectorQuantizer(
                    path, new NormalizedCodebook(codebook), CodebookLoss.corrected(beta), entropy, antiCollapse);
        }
    }

    /**
     * The nearest code, following the features by moving averages: the reference's {@code EMAVectorQuantizer}.
     *
     * @param beta weight of the commitment term
     * @param decay how much of the averages a step keeps
     * @param eps what keeps counts above zero
     */
    record MovingAverage(int numCodes, int dim, double beta, double decay, double eps, AntiCollapse antiCollapse)
            implements QuantizerConfig {

        public static final double DEFAULT_DECAY = 0.99;
        public static final double DEFAULT_EPS = 1e-5;

        public MovingAverage {
            if (!(decay >= 0 && decay < 1)) {
                throw new IllegalArgumentException("decay must be in [0, 1), and is " + decay);
            }
            if (!(eps > 0)) {
                throw new IllegalArgumentException("eps must be above 0, and is " + eps);
            }
            if (antiCollapse.simvq()) {
                throw new IllegalArgumentException("simvq learns by gradient, and moving averages do not");
            }
        }

        /** With the reference's decay, and nothing against collapse. */
        public MovingAverage(int numCodes, int dim, double beta) {
            this(numCodes, dim, beta, DEFAULT_DECAY, DEFAULT_EPS, AntiCollapse.NONE);
        }

        @Override
        public Quantizer create(ParameterPath path) {
            Codebook codebook = new MovingAverageCodebook(path, numCodes, dim, decay, eps);
            return new VectorQuantizer(path, codebook, new CodebookLoss(beta, 0), EntropyLoss.NONE, antiCollapse);
        }
    }

    /**
     * Codes drawn with Gumbel noise: the reference's {@code GumbelQuantize}, over features of the width of a code.
     *
     * @param klWeight weight of the divergence from the uniform distribution
     * @param straightThrough whether in training, too, a position has one code rather than a mixture
     * @param temperature of the Gumbel softmax, by the step
     */
    record Gumbel(int numCodes, int dim, double klWeight, boolean straightThrough, WarmUpCosineSchedule temperature)
            implements QuantizerConfig {

        public Gumbel {
            if (!(Math.min(Math.min(temperature.lrStart(), temperature.lrMax()), temperature.lrMin()) > 0)) {
                throw new IllegalArgumentException(
                        "a temperature must be above 0 at every step, unlike " + temperature);
            }
        }

        @Override
        public Quantizer create(ParameterPath path) {
            return new GumbelQuantizer(path, this, dim);
        }
    }

    /** Another one with its indices remapped. Buffer {@code used}, as in the reference. */
    record Remapped(QuantizerConfig codes, IndexRemap remap) implements QuantizerConfig {

        public Remapped {
            if (codes instanceof Remapped) {
                throw new IllegalArgumentException("indices can be remapped once");
            }
            int last = remap.used().stream().mapToInt(Integer::intValue).max().orElseThrow();
            if (last >= codes.numCodes()) {
                throw new IllegalArgumentException(
                        "remap: there is no code " + last + ", only " + codes.numCodes() + " from 0 on");
            }
        }

        @Override
        public int numCodes() {
            return remap.numIndices();
        }

        @Override
        public int dim() {
            return codes.dim();
        }

        @Override
        public Quantizer create(ParameterPath path) {
            Tensor used;
            try (TensorScope _ = TensorScope.open()) {
                long[] values =
                        remap.used().stream().mapToLong(Integer::longValue).toArray();
                used = path.buffer("used", Tensor.of(values, values.length));
            }
            // Gumbel noise is drawn for the codes in use alone.
            Quantizer all = codes instanceof Gumbel gumbel
                    ? new GumbelQuantizer(path, gumbel, gumbel.dim(), used)
                    : codes.create(path);
            return new RemappedQuantizer(all, remap, used);
        }
    }
}
