package org.gatun.config;

import java.util.Optional;
import org.gatun.vqgan.LossConfig;
import org.gatun.vqgan.ReconstructionTerm;

/** A first stage's losses: {@code lossconfig}. */
public sealed interface LossSettings {

    /** The reference's class. */
    String target();

    /**
     * What the losses are built from.
     *
     * @throws ConfigException if there is nothing to train with
     */
    LossConfig toLossConfig();

    /**
     * L1, LPIPS and a discriminator.
     *
     * @param config of {@link ReconstructionTerm.Pixels}, with a discriminator
     * @param pixellossWeight read and ignored by the reference, and so here
     */
    record VqLpipsWithDiscriminator(LossConfig config, double pixellossWeight) implements LossSettings {

        static final String TARGET = "taming.modules.losses.vqperceptual.VQLPIPSWithDiscriminator";

        public VqLpipsWithDiscriminator {
            if (!(config.reconstruction() instanceof ReconstructionTerm.Pixels)
                    || config.adversarial().isEmpty()) {
                throw new IllegalArgumentException(TARGET + " compares pixels and has a discriminator, not " + config);
            }
        }

        public VqLpipsWithDiscriminator(LossConfig config) {
            this(config, 1);
        }

        @Override
        public String target() {
            return TARGET;
        }

        @Override
        public LossConfig toLossConfig() {
            return config;
        }
    }

    /**
     * L1 and LPIPS alone. Ours: the reference's {@code VQNoDiscModel} has no class of losses that fits it.
     *
     * @param perceptualWeight weight of LPIPS; 0 for none
     * @param codebookWeight weight of the quantizer's loss
     */
    record VqLpips(double perceptualWeight, double codebookWeight) implements LossSettings {

        static final String TARGET = "gatun.losses.VQLPIPS";

        @Override
        public String target() {
            return TARGET;
        }

        @Override
        public LossConfig toLossConfig() {
            return new LossConfig(new ReconstructionTerm.Pixels(perceptualWeight), codebookWeight, Optional.empty());
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
            return new LossConfig(new ReconstructionTerm.BinaryCrossEntropy(), codebookWeight, Optional.empty());
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
            return new LossConfig(new ReconstructionTerm.BinaryCrossEntropy(), 0, Optional.empty());
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
