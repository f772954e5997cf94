package org.gatun.vqgan.quantize;

import org.gatun.torch.Tensor;

/**
 * The codes of another codebook, brought to unit length as the features are: the nearest is then the one of the largest cosine
 * (ViT-VQGAN, arXiv 2110.04627, section 3.2). With few dimensions, more of such codes find use.
 */
record NormalizedCodebook(Codebook unnormalized) implements Codebook {

    private static final double EPS = 1e-12;

    @Override
    public Tensor codes() {
        return normalize(unnormalized.codes());
    }

    @Override
    public int numCodes() {
        return unnormalized.numCodes();
    }

    @Override
    public Tensor features(Tensor z) {
        return normalize(z);
    }

    @Override
    public void replace(Tensor mask, Tensor features) {
        unnormalized.replace(mask, features);
    }

    /** (N, D) to rows of unit length. */
    static Tensor normalize(Tensor x) {
        return x.div(x.linalg_vector_norm(2, new long[] {1}, true).clamp_min(EPS));
    }
}
