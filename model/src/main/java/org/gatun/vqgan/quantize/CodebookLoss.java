package org.gatun.vqgan.quantize;

import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;

/**
 * What draws features and codes together (arXiv 1711.00937, equation 3).
 *
 * @param commitmentWeight of the term that moves the features
 * @param codebookWeight of the term that moves the codes
 */
record CodebookLoss(double commitmentWeight, double codebookWeight) {

    /** As published: beta weighs how strongly features commit to their codes. */
    static CodebookLoss corrected(double beta) {
        return new CodebookLoss(beta, 1);
    }

    /** As the reference does by default: beta stands at the term that moves the codes. */
    static CodebookLoss legacy(double beta) {
        return new CodebookLoss(1, beta);
    }

    /**
     * A scalar.
     *
     * @param z (N, D) features
     * @param codes (N, D) the code of each
     */
    Tensor of(Tensor z, Tensor codes) {
        try (TensorScope scope = TensorScope.open()) {
            Tensor commitment = codes.detach().mse_loss(z).mul(commitmentWeight);
            Tensor codebook = codes.mse_loss(z.detach()).mul(codebookWeight);
            return scope.moveToOuter(commitment.add(codebook));
        }
    }
}
