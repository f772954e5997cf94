package org.gatun.vqgan.quantize;

import org.gatun.torch.Tensor;

/** Where the codes of a quantizer come from. */
interface Codebook {

    /** The codes (K, D), recorded for gradients where they are learned by them; in the innermost open scope, or the codebook's own. */
    Tensor codes();

    /**
     * Puts features in the place of codes.
     *
     * @param mask (K) bool, which codes
     * @param features (K, D), those that the mask leaves out are not looked at
     */
    void replace(Tensor mask, Tensor features);

    /** K. */
    int numCodes();
}
