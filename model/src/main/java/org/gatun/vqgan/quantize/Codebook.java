package org.gatun.vqgan.quantize;

import org.gatun.nn.Init;
import org.gatun.nn.ParameterPath;
import org.gatun.torch.Tensor;

/** Where the codes of a {@link VectorQuantizer} come from, and how they learn. */
interface Codebook {

    /** The codes (K, D), recorded for gradients where they learn by them; in the innermost open scope, or the codebook's own. */
    Tensor codes();

    /** K. */
    int numCodes();

    /** Features (N, D) as they are compared with codes. */
    default Tensor features(Tensor z) {
        return z;
    }

    /**
     * Learns from what a training step chose, if not by gradient.
     *
     * @param indices (N) the codes that were chosen
     * @param features (N, D) by which features
     */
    default void follow(Tensor indices, Tensor features) {}

    /**
     * Puts features in the place of codes.
     *
     * @param mask (K) bool, which codes
     * @param features (K, D), those that the mask leaves out are not looked at
     */
    void replace(Tensor mask, Tensor features);

    /**
     * One that learns by gradient.
     *
     * @param init how codes begin that are learned themselves
     * @param simvq whether a map of frozen codes is learned instead
     */
    static Codebook learned(ParameterPath path, int numCodes, int dim, Init init, boolean simvq) {
        return simvq ? new LinearCodebook(path, numCodes, dim) : new LearnedCodebook(path, numCodes, dim, init);
    }
}
