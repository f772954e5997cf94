package org.gatun.vqgan.quantize;

import org.gatun.torch.Tensor;

/** Turns features into codes of a learned codebook, and code indices back into features. */
public interface Quantizer {

    /**
     * @param z (B, D, h, w) features
     * @param training whether the codebook may be adapted
     */
    Quantization quantize(Tensor z, boolean training);

    /** The codes at {@code indices}, (B, h, w) int64, as (B, D, h, w). */
    Tensor lookup(Tensor indices);

    /** The number of codes. */
    int numCodes();
}
