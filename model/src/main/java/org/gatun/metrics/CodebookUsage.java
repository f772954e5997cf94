package org.gatun.metrics;

import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;

/** Counts how often each code is chosen, over a batch or an epoch: what is counted decides what the figures mean. */
public final class CodebookUsage implements AutoCloseable {

    private final Tensor counts;

    public CodebookUsage(int numCodes, Device device) {
        try (TensorScope scope = TensorScope.open()) {
            this.counts = scope.keep(Torch.zeros(new long[] {numCodes}, DType.FLOAT64, device));
        }
    }

    /** Counts indices of any shape; nothing waits for the device. */
    public void add(Tensor indices) {
        try (TensorScope _ = TensorScope.open()) {
            Tensor flat = indices.reshape(-1);
            counts.scatter_add_(0, flat, Torch.ones(flat.shape(), DType.FLOAT64, flat.device()));
        }
    }

    /** The share of codes that were chosen at all, in [0, 1]. */
    public double share() {
        try (TensorScope _ = TensorScope.open()) {
            return counts.gt(0).to(DType.FLOAT64).mean().item();
        }
    }

    /** exp of the entropy of the codes' frequencies: how many equally frequent codes would be as varied. 0 before anything is counted. */
    public double perplexity() {
        try (TensorScope _ = TensorScope.open()) {
            double total = counts.sum().item();
            if (total == 0) {
                return 0;
            }
            Tensor p = counts.div(total);
            return Math.exp(-p.mul(p.clamp_min(1e-300).log()).sum().item());
        }
    }

    /** (K) float64, how often each was chosen; not to be closed. */
    public Tensor counts() {
        return counts;
    }

    public void reset() {
        counts.zero_();
    }

    @Override
    public void close() {
        counts.close();
    }
}
