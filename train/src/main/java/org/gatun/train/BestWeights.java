package org.gatun.train;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gatun.torch.Autograd;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;

/** A copy of the weights at their best validation loss so far, so that training too long does no harm. It owns the copy. */
final class BestWeights implements AutoCloseable {

    private final Map<String, Tensor> weights;
    private final Map<String, Tensor> best = new LinkedHashMap<>();
    private double bestLoss = Double.POSITIVE_INFINITY;

    /** @param weights the network's own, which training changes */
    BestWeights(Map<String, Tensor> weights) {
        this.weights = Map.copyOf(weights);
    }

    /** Copies the weights if {@code loss} is the smallest yet; says whether it is. */
    boolean offer(double loss) {
        if (!(loss < bestLoss)) {
            return false;
        }
        bestLoss = loss;
        try (TensorScope scope = TensorScope.open();
                var _ = Autograd.noGrad()) {
            weights.forEach((name, tensor) -> {
                Tensor copy = best.get(name);
                if (copy == null) {
                    best.put(name, scope.keep(tensor.detach().clone()));
                } else {
                    copy.copy_(tensor);
                }
            });
        }
        return true;
    }

    double bestLoss() {
        return bestLoss;
    }

    /** Puts the copied weights back into the network. */
    void restore() {
        try (TensorScope _ = TensorScope.open();
                var _ = Autograd.noGrad()) {
            best.forEach((name, copy) -> weights.get(name).copy_(copy));
        }
    }

    @Override
    public void close() {
        best.values().forEach(Tensor::close);
    }
}
