package org.gatun.vqgan.quantize;

import java.util.List;
import org.gatun.torch.Autograd;
import org.gatun.torch.DType;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;

/** Lloyd's algorithm. It draws from libtorch's generator of the device. */
final class KMeans {

    private static final int ITERATIONS = 10;

    private KMeans() {}

    /**
     * Centres of clusters, which begin at random features; a cluster that nothing is near to moves to another.
     *
     * @param features (N, D)
     * @param numClusters K, also more than there are features
     * @return (K, D), the caller's or the innermost open scope's
     */
    static Tensor centres(Tensor features, int numClusters) {
        try (TensorScope scope = TensorScope.open();
                var _ = Autograd.noGrad()) {
            Tensor centres = first(features, numClusters);
            for (int i = 0; i < ITERATIONS; i++) {
                centres = improved(features, centres);
            }
            return scope.moveToOuter(centres);
        }
    }

    private static Tensor first(Tensor features, int numClusters) {
        long n = features.size(0);
        Tensor some = Torch.randperm(n, DType.INT64, features.device()).narrow(0, 0, Math.min(n, numClusters));
        Tensor distinct = features.index_select(0, some);
        return n >= numClusters ? distinct : Torch.cat(List.of(distinct, random(features, numClusters - n)), 0);
    }

    private static Tensor improved(Tensor features, Tensor centres) {
        try (TensorScope scope = TensorScope.open()) {
            Tensor indices = NearestCode.search(features, centres); // (N)
            Tensor counts = CodeSums.counts(indices, centres.select(1, 0)).unsqueeze(1); // (K, 1)
            Tensor means = CodeSums.sums(indices, features, centres).div(counts.clamp_min(1));
            return scope.moveToOuter(Torch.where(counts.gt(0), means, random(features, centres.size(0))));
        }
    }

    /** (count, D) features, drawn with replacement. */
    static Tensor random(Tensor features, long count) {
        Tensor chosen = Torch.randint(features.size(0), new long[] {count}, DType.INT64, features.device());
        return features.index_select(0, chosen);
    }
}
