package org.gatun.vqgan.quantize;

import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;

/**
 * Asks each position to be sure of its code, and all positions together to use all codes: E[H(p)] - H(E[p]) with p the softmax of the
 * negative squared distances over a temperature (MaskGIT's implementation; LlamaGen, arXiv 2406.06525). It keeps some matrices of the
 * size of the distances for its gradient.
 *
 * @param ratio its weight; 0 for none
 * @param temperature small: the distances of unit vectors are between 0 and 4
 */
public record EntropyLoss(double ratio, double temperature) {

    /** None. */
    public static final EntropyLoss NONE = new EntropyLoss(0, 0.01);

    /** Inside the logarithm of the mean, as published. */
    private static final double EPS = 1e-5;

    public EntropyLoss {
        if (!(temperature > 0)) {
            throw new IllegalArgumentException("entropy_temperature must be above 0, and is " + temperature);
        }
    }

    /**
     * A scalar, weighted.
     *
     * @param z (N, D) features of unit length
     * @param codes (K, D) of unit length
     */
    Tensor of(Tensor z, Tensor codes) {
        try (TensorScope scope = TensorScope.open()) {
            // -|z - e|² is 2 z·e - 2, and softmax takes no notice of the 2.
            Tensor logProbabilities = z.mm(codes.t()).mul(2 / temperature).log_softmax(1); // (N, K)
            Tensor probabilities = logProbabilities.exp();
            Tensor ofEach = probabilities.mul(logProbabilities).sum(1).mean().neg();
            Tensor mean = probabilities.mean(0); // (K)
            Tensor ofMean = mean.mul(mean.add(EPS).log()).sum().neg();
            return scope.moveToOuter(ofEach.sub(ofMean).mul(ratio));
        }
    }
}
