package org.gatun.vqgan.quantize;

import org.gatun.torch.Tensor;

/** Turns features into codes of a learned codebook, and code indices back into features. */
public interface Quantizer {

    /**
     * Codes in the place of features. What it returns belongs to the innermost open scope.
     *
     * @param z (B, D, h, w) features
     */
    Quantization quantize(Tensor z, QuantizerMode mode);

    /** The codes at {@code indices}, (B, h, w) int64, as (B, D, h, w). */
    Tensor lookup(Tensor indices);

    /** The number of different indices. */
    int numCodes();

    /** Whether there are no codes yet, and training steps take features as they are: such a step can't be captured as a CUDA graph. */
    default boolean gathers() {
        return false;
    }

    /** Told before each training step, for what changes by a schedule. */
    default void beginStep(long step) {}

    /** Whether it computes with numbers that {@link #beginStep} changes: a step of it can't be captured as a CUDA graph. */
    default boolean followsSchedule() {
        return false;
    }
}
