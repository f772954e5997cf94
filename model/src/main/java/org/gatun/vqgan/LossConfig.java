package org.gatun.vqgan;

import java.util.Optional;

/**
 * The losses of a first stage: {@code lossconfig} in the reference's configuration.
 *
 * @param reconstruction how a reconstruction is compared with its picture
 * @param codebookWeight weight of the quantizer's loss
 * @param adversarial the discriminator and its losses; empty for none
 */
public record LossConfig(
        ReconstructionTerm reconstruction, double codebookWeight, Optional<AdversarialConfig> adversarial) {

    /** With a discriminator. */
    public LossConfig(ReconstructionTerm reconstruction, double codebookWeight, AdversarialConfig adversarial) {
        this(reconstruction, codebookWeight, Optional.of(adversarial));
    }

    /** The reference's defaults, with a discriminator from step {@code discStart}. */
    public static LossConfig reference(long discStart) {
        return new LossConfig(new ReconstructionTerm.Pixels(1), 1, AdversarialConfig.reference(discStart));
    }

    /** Weight of LPIPS; 0 for none. */
    public double perceptualWeight() {
        return reconstruction instanceof ReconstructionTerm.Pixels(double weight) ? weight : 0;
    }

    /** The step at which the discriminator comes in; {@link Long#MAX_VALUE} if there is none. */
    public long discStart() {
        return adversarial.map(AdversarialConfig::start).orElse(Long.MAX_VALUE);
    }

    /** The factor of both GAN losses at step {@code step}; 0 without a discriminator. */
    public double discFactor(long step) {
        return adversarial.map(config -> config.factor(step)).orElse(0.0);
    }

    /** This configuration with the discriminator, if there is one, from another step. */
    public LossConfig withDiscStart(long step) {
        return new LossConfig(reconstruction, codebookWeight, adversarial.map(config -> config.withStart(step)));
    }

    /** This configuration without a discriminator. */
    public LossConfig withoutDiscriminator() {
        return new LossConfig(reconstruction, codebookWeight, Optional.empty());
    }
}
