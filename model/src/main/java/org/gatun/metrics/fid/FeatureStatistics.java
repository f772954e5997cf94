package org.gatun.metrics.fid;

import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;

/** Mean and covariance of feature vectors, gathered in float64. It owns its sums. */
final class FeatureStatistics implements AutoCloseable {

    private final Tensor sum; // (D)
    private final Tensor products; // (D, D)
    private long count;

    /** @param width D */
    public FeatureStatistics(long width, Device device) {
        try (TensorScope scope = TensorScope.open()) {
            this.sum = scope.keep(Torch.zeros(new long[] {width}, DType.FLOAT64, device));
            this.products = scope.keep(Torch.zeros(new long[] {width, width}, DType.FLOAT64, device));
        }
    }

    /** Counts features (B, D). */
    public void add(Tensor features) {
        try (TensorScope _ = TensorScope.open()) {
            Tensor wide = features.detach().to(DType.FLOAT64);
            sum.add_(wide.sum(0));
            products.add_(wide.t().mm(wide));
            count += features.size(0);
        }
    }

    public long count() {
        return count;
    }

    /** (D). */
    public Tensor mean() {
        return sum.div(count);
    }

    /**
     * (D, D), divided by the number of vectors less one.
     *
     * @throws IllegalStateException if fewer than two were counted
     */
    public Tensor covariance() {
        if (count < 2) {
            throw new IllegalStateException("a covariance needs at least 2 feature vectors, not " + count);
        }
        try (TensorScope scope = TensorScope.open()) {
            Tensor mean = mean().unsqueeze(1); // (D, 1)
            return scope.moveToOuter(products.sub(mean.mm(mean.t()).mul(count)).div(count - 1));
        }
    }

    @Override
    public void close() {
        sum.close();
        products.close();
    }
}
