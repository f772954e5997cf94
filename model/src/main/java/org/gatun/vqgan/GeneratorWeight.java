package org.gatun.vqgan;

import java.util.function.UnaryOperator;
import org.gatun.torch.Tensor;

/** How much the GAN loss weighs against the reconstruction's, before {@code disc_weight} and {@code disc_factor}. */
public sealed interface GeneratorWeight permits AdaptiveWeight, FixedWeight {

    /**
     * A scalar without a gradient.
     *
     * @param rec the reconstruction's loss, or its gradient for the decoder's output
     * @param gan the generator's GAN loss, or its gradient for the decoder's output
     * @param lastLayerGradient turns either into its gradient for the weight of the decoder's last layer
     */
    Tensor of(Tensor rec, Tensor gan, UnaryOperator<Tensor> lastLayerGradient);
}
