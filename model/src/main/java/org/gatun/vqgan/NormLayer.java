package org.gatun.vqgan;

import org.gatun.torch.Tensor;

/** A normalisation that behaves differently in training: of the discriminator. */
@FunctionalInterface
interface NormLayer {

    Tensor forward(Tensor input, boolean training);
}
