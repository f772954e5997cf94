package org.gatun.vqgan;

/**
 * The discriminator of a first stage and the losses that it brings.
 *
 * @param start the step at which it comes in: {@code disc_start}
 * @param warmup steps over which it then gains its full weight; 0 for at once, as in the reference
 * @param factor weight of both GAN losses: {@code disc_factor}
 * @param weight multiplies lambda, the generator's weight: {@code disc_weight}
 * @param generatorWeight how lambda is found
 * @param loss what the discriminator minimises: {@code disc_loss}
 * @param lecamWeight weight of {@link LeCam}; 0 for none, as in the reference
 * @param conditional whether it sees a condition beside the picture: {@code disc_conditional}
 * @param inChannels channels that it sees, the condition's included: {@code disc_in_channels}
 * @param ndf filters of its first layer: {@code disc_ndf}
 * @param numLayers its convolutions of stride 2: {@code disc_num_layers}
 * @param useActnorm whether its layers are normalised by ActNorm instead of batch statistics
 */
public record AdversarialConfig(
        long start,
        long warmup,
        double factor,
        double weight,
        GeneratorWeight generatorWeight,
        DiscriminatorLoss loss,
        double lecamWeight,
        boolean conditional,
        int inChannels,
        int ndf,
        int numLayers,
        boolean useActnorm) {

    /** The reference's defaults, from step {@code start}. */
    public static AdversarialConfig reference(long start) {
        return new AdversarialConfig(
                start, 0, 1, 1, AdaptiveWeight.REFERENCE, DiscriminatorLoss.HINGE, 0, false, 3, 64, 3, false);
    }

    /** The factor at step {@code step}: 0 before the start, then rising over the warm-up. */
    public double factor(long step) {
        if (step < start) {
            return 0;
        }
        return step - start >= warmup ? factor : factor * (step - start + 1) / (warmup + 1);
    }

    /** The same from another step. */
    public AdversarialConfig withStart(long step) {
        return new AdversarialConfig(
                step,
                warmup,
                factor,
                weight,
                generatorWeight,
                loss,
                lecamWeight,
                conditional,
                inChannels,
                ndf,
                numLayers,
                useActnorm);
    }
}
