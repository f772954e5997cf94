package org.gatun.metrics.fid;

import org.gatun.torch.Autograd;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;

/**
 * The squared Fréchet distance of two Gaussian distributions, |m1 - m2|² + tr(S1 + S2 - 2 sqrt(S1 S2)) (Dowson and Landau 1982; the FID
 * of arXiv 1706.08500).
 */
final class FrechetDistance {

    private FrechetDistance() {}

    /** The distance of what was counted in {@code a} and in {@code b}. */
    public static double of(FeatureStatistics a, FeatureStatistics b) {
        try (TensorScope _ = TensorScope.open()) {
            return of(a.mean(), a.covariance(), b.mean(), b.covariance());
        }
    }

    /** Means (D) and covariances (D, D), all float64. */
    static double of(Tensor meanA, Tensor covarianceA, Tensor meanB, Tensor covarianceB) {
        try (TensorScope _ = TensorScope.open();
                var _ = Autograd.noGrad()) {
            // S1 S2 has the eigenvalues of sqrt(S1) S2 sqrt(S1), which is symmetric.
            Tensor root = squareRoot(covarianceA);
            Tensor product = root.mm(covarianceB).mm(root);
            Tensor symmetric = product.add(product.t()).mul(0.5);
            Tensor traceOfRoot =
                    eigenvalueRoots(symmetric.linalg_eigh().eigenvalues()).sum();
            Tensor traces = covarianceA.trace().add(covarianceB.trace());
            return meanA.sub(meanB)
                    .square()
                    .sum()
                    .add(traces)
                    .sub(traceOfRoot.mul(2))
                    .item();
        }
    }

    private static Tensor squareRoot(Tensor covariance) {
        var eigen = covariance.linalg_eigh();
        return eigen.eigenvectors()
                .mul(eigenvalueRoots(eigen.eigenvalues()))
                .mm(eigen.eigenvectors().t());
    }

    /** A covariance has no negative eigenvalues but for rounding. */
    private static Tensor eigenvalueRoots(Tensor eigenvalues) {
        return eigenvalues.clamp_min(0).sqrt();
    }
}
