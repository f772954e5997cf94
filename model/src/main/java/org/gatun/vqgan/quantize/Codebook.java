package org.gatun.vqgan.quantize;

import org.gatun.nn.Init;
import org.gatun.nn.ParameterPath;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;

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

    /** The codes at {@code indices}, (B, h, w) int64, as (B, D, h, w). */
    default Tensor lookup(Tensor indices) {
        try (TensorScope scope = TensorScope.open()) {
            return scope.moveToOuter(Positions.lookup(codes(), indices));
        }
    }

    /**
     * One that is learned by gradient.
     *
     * @param init how codes begin that are learned themselves
     * @param simvq whether a map of frozen codes is learned instead
     */
    static Codebook learned(ParameterPath path, int numCodes, int dim, Init init, boolean simvq) {
        return simvq ? new LinearCodebook(path, numCodes, dim) : new LearnedCodebook(path, numCodes, dim, init);
    }
}
