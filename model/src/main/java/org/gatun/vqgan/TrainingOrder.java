package org.gatun.vqgan;

/** In which order a training step goes through its networks. */
public enum TrainingOrder {
    /**
     * Two forward passes: one for the autoencoder's step, another with the changed autoencoder for the discriminator's. Exactly what
     * the reference does.
     */
    REFERENCE,
    /**
     * One forward pass, and one backward pass through the decoder: the gradients of both losses for the reconstruction are joined
     * there. The discriminator sees the reconstruction that there is already, and waits for its start untouched.
     */
    FAST
}
