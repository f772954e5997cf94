package org.gatun.vqgan.quantize;

/** What a quantization is for. */
public enum QuantizerMode {
    /** Noise is drawn where the quantizer has some, and the codebook may be adapted to the features. */
    TRAINING,
    /** As in training, but the codebook stays as it is: the second pass of one step. */
    TRAINING_AGAIN,
    /** The same features give the same codes. */
    EVALUATION;

    /** Whether the codebook may be adapted. */
    boolean adapts() {
        return this == TRAINING;
    }

    /** Whether noise is drawn. */
    boolean noisy() {
        return this != EVALUATION;
    }
}
