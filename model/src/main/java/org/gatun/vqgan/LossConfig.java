package org.gatun.vqgan;

/**
 * The losses of a first stage: {@code lossconfig} in the reference's configuration.
 *
 * @param discStart the step at which the discriminator comes in
 * @param discWarmup steps over which it then gains its full weight; 0 for at once, as in the reference
 * @param codebookWeight weight of the quantizer's loss
 * @param discNumLayers convolutions of stride 2 in the discriminator
 * @param discInChannels channels that the discriminator sees
 * @param discFactor weight of both GAN losses
 * @param discWeight multiplies the adaptive weight of the generator's GAN loss
 * @param adaptiveWeight how that one is computed
 * @param perceptualWeight weight of LPIPS; 0 for none
 * @param useActnorm whether the discriminator's layers are normalised by ActNorm instead of batch statistics
 * @param discNdf filters of the discriminator's first layer
 * @param discLoss what the discriminator minimises
 */
public record LossConfig(
        long discStart,
        long discWarmup,
        double codebookWeight,
        int discNumLayers,
        int discInChannels,
        double discFactor,
        double discWeight,
        AdaptiveWeight adaptiveWeight,
        double perceptualWeight,
        boolean useActnorm,
        int discNdf,
        DiscriminatorLoss discLoss) {

    /** The reference's defaults, with a discriminator from step {@code discStart}. */
    public static LossConfig reference(long discStart) {
        return new LossConfig(
                discStart, 0, 1, 3, 3, 1, 1, AdaptiveWeight.REFERENCE, 1, false, 64, DiscriminatorLoss.HINGE);
    }

    /** The factor of both GAN losses at step {@code step}: 0 before the start, then rising over the warm-up. */
    public double discFactor(long step) {
        if (step < discStart) {
            return 0;
        }
        return step - discStart >= discWarmup ? discFactor : discFactor * (step - discStart + 1) / (discWarmup + 1);
    }

    /** This configuration with the discriminator from another step. */
    public LossConfig withDiscStart(long step) {
        return new LossConfig(
                step,
                discWarmup,
                codebookWeight,
                discNumLayers,
                discInChannels,
                discFactor,
                discWeight,
                adaptiveWeight,
                perceptualWeight,
                useActnorm,
                discNdf,
                discLoss);
    }

    /** This configuration without LPIPS. */
    public LossConfig withoutPerceptualLoss() {
        return new LossConfig(
                discStart,
                discWarmup,
                codebookWeight,
                discNumLayers,
                discInChannels,
                discFactor,
                discWeight,
                adaptiveWeight,
                0,
                useActnorm,
                discNdf,
                discLoss);
    }
}
