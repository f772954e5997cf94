package org.gatun.vqgan.quantize;

import org.gatun.nn.ParameterPath;
import org.gatun.torch.Autograd;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;

/**
 * Codes that follow the features which chose them, by exponential moving averages (arXiv 1711.00937, appendix A.1): of the number of
 * those features and of their sum. Buffers {@code embedding.weight} (K, D), {@code embedding.cluster_size} (K) and
 * {@code embedding.embed_avg} (K, D), as in the reference's {@code EMAVectorQuantizer}.
 *
 * <p>{@code cluster_size} begins at 1, so that a code that is not chosen stays where it is. In the reference it begins at 0, and the
 * first update throws such codes far away.
 */
final class MovingAverageCodebook implements Codebook {

    private final Tensor weight;
    private final Tensor clusterSize;
    private final Tensor embedAvg;
    private final double decay;
    private final double eps;

    /**
     * @param decay how much of the averages a step keeps, in [0, 1)
     * @param eps what every count is raised by (Laplace smoothing), so that none is zero
     */
    MovingAverageCodebook(ParameterPath path, int numCodes, int dim, double decay, double eps) {
        ParameterPath embedding = path.at("embedding");
        try (TensorScope _ = TensorScope.open()) {
            Tensor drawn = Torch.randn(new long[] {numCodes, dim}, path.dtype(), path.device());
            this.weight = embedding.buffer("weight", drawn);
            this.clusterSize = embedding.buffer("cluster_size", Torch.ones(numCodes));
            this.embedAvg = embedding.buffer("embed_avg", drawn);
        }
        this.decay = decay;
        this.eps = eps;
    }

    @Override
    public Tensor codes() {
        return weight;
    }

    /** One step of the averages. */
    @Override
    public void follow(Tensor indices, Tensor features) {
        try (TensorScope _ = TensorScope.open();
                var _ = Autograd.noGrad()) {
            Tensor chosen = CodeSums.counts(indices, clusterSize); // (K)
            Tensor sums = CodeSums.sums(indices, features, embedAvg); // (K, D)
            // Features that are not finite belong to a step that is skipped: the averages must not keep them.
            Tensor finite = sums.sum().isfinite();
            clusterSize.copy_(Torch.where(finite, clusterSize.lerp(chosen, 1 - decay), clusterSize));
            embedAvg.copy_(Torch.where(finite, embedAvg.lerp(sums, 1 - decay), embedAvg));
            Tensor total = clusterSize.sum();
            Tensor smoothed = clusterSize.add(eps).mul(total).div(total.add(numCodes() * eps)); // (K)
            weight.copy_(embedAvg.div(smoothed.unsqueeze(1)));
        }
    }

    /** A code in a new place counts as chosen once there. */
    @Override
    public void replace(Tensor mask, Tensor features) {
        try (TensorScope _ = TensorScope.open();
                var _ = Autograd.noGrad()) {
            Tensor rows = mask.unsqueeze(1);
            weight.copy_(Torch.where(rows, features, weight));
            embedAvg.copy_(Torch.where(rows, features, embedAvg));
            clusterSize.masked_fill_(mask, 1);
        }
    }

    @Override
    public int numCodes() {
        return (int) weight.size(0);
    }
}
