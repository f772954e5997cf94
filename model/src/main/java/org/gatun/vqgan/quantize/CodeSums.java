package org.gatun.vqgan.quantize;

import org.gatun.torch.Tensor;

/** What has come together at each code. */
final class CodeSums {

    private CodeSums() {}

    /**
     * How many features chose each code.
     *
     * @param indices (N) int64
     * @param like (K), whose dtype and device the result has
     * @return (K)
     */
    static Tensor counts(Tensor indices, Tensor like) {
        Tensor ones = like.narrow(0, 0, 1).ones_like().expand(indices.size(0));
        return like.zeros_like().index_add_(0, indices, ones);
    }

    /**
     * The sum of the features that chose each code.
     *
     * @param indices (N) int64
     * @param features (N, D)
     * @param like (K, D), whose dtype and device the result has
     * @return (K, D)
     */
    static Tensor sums(Tensor indices, Tensor features, Tensor like) {
        return like.zeros_like().index_add_(0, indices, features);
    }
}
