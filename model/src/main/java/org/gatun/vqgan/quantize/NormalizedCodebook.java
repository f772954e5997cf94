package org.gatun.vqgan.quantize;

import org.gatun.torch.Tensor;

/** The codes of another codebook, brought to unit length. */
record NormalizedCodebook(Codebook unnormalized) implements Codebook {

    private static final double EPS = 1e-12;

    @Override
    public Tensor codes() {
        return normalize(unnormalized.codes());
    }

    @Override
    public void replace(Tensor mask, Tensor features) {
        unnormalized.replace(mask, features);
    }

    @Override
    public int numCodes() {
        return unnormalized.numCodes();
    }

    /** (N, D) to rows of unit length. */
    static Tensor normalize(Tensor x) {
        return x.div(x.linalg_vector_norm(2, new long[] {1}, true).clamp_min(EPS));
    }
}
