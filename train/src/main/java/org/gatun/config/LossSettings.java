package org.gatun.config;

import org.gatun.vqgan.LossConfig;

/** A first stage's losses: {@code lossconfig}. */
public sealed interface LossSettings {

    /** The reference's class. */
    String target();

    /**
     * What the losses are built from.
     *
     * @throws ConfigException if this is not supported yet, or there is nothing to train with
     */
    LossConfig toLossConfig();

    /**
     * L1, LPIPS and a discriminator.
     *
     * @param config weights and shapes
     * @param discConditional whether the discriminator sees a condition too
     * @param pixellossWeight read and ignored by the reference, and so here
     */
    record VqLpipsWithDiscriminator(LossConfig config, boolean discConditional, double pixellossWeight)
            implements LossSettings {

        static final String TARGET = "taming.modules.losses.vqperceptual.VQLPIPSWithDiscriminator";

        /** With a discriminator that sees pictures only. */
        public VqLpipsWithDiscriminator(LossConfig config) {
            this(config, false, 1);
        }

        @Override
        public String target() {
            return TARGET;
        }

        @Override
        public LossConfig toLossConfig() {
            if (discConditional) {
                throw ConfigException.notSupported("a conditional discriminator (disc_conditional: true)");
            }
            return config;
        }
    }

    /** Binary cross entropy for segmentation maps, with the quantizer's loss. */
    record BceWithQuant(double codebookWeight) implements LossSettings {

        static final String TARGET = "taming.modules.losses.segmentation.BCELossWithQuant";

        @Override
        public String target() {
            return TARGET;
        }

        @Override
        public LossConfig toLossConfig() {
            throw ConfigException.notSupported("training with " + TARGET);
        }
    }

    /** Binary cross entropy for segmentation maps alone. */
    record Bce() implements LossSettings {

        static final String TARGET = "taming.modules.losses.segmentation.BCELoss";

        @Override
        public String target() {
            return TARGET;
        }

        @Override
        public LossConfig toLossConfig() {
            throw ConfigException.notSupported("training with " + TARGET);
        }
    }

    /** None: the model is used and not trained. */
    record Dummy() implements LossSettings {

        static final String TARGET = "taming.modules.losses.DummyLoss";
        /** The same class under the name of the file that it is written in. */
        static final String FULL_TARGET = "taming.modules.losses.vqperceptual.DummyLoss";

        @Override
        public String target() {
            return TARGET;
        }

        @Override
        public LossConfig toLossConfig() {
            throw new ConfigException("lossconfig is " + TARGET + ", so this model cannot be trained; give it "
                    + VqLpipsWithDiscriminator.TARGET);
        }
    }
}
