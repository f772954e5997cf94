package org.gatun.train;

import java.util.Map;
import org.gatun.torch.Tensor;

/** A copy of the weights at their best validation loss so far, so that training too long does no harm. It owns the copy. */
final class BestWeights implements AutoCloseable {

    private final WeightCopy best;
    private double bestLoss = Double.POSITIVE_INFINITY;

    /** @param weights the network's own, which training changes */
    BestWeights(Map<String, Tensor> weights) {
        this.best = new WeightCopy(weights);
    }

    /** Copies the weights if {@code loss} is the smallest yet; says whether it is. */
    boolean offer(double loss) {
        if (!(loss < bestLoss)) {
            return false;
        }
        bestLoss = loss;
        best.copyFromNetwork();
        return true;
    }

    double bestLoss() {
        return bestLoss;
    }

    /** The copied weights by name, those of now before the first offer; not to be closed. */
    Map<String, Tensor> tensors() {
        if (bestLoss == Double.POSITIVE_INFINITY) {
            best.copyFromNetwork();
        }
        return best.tensors();
    }

    /** Goes on with the copied weights' loss of an earlier process. */
    void resume(double loss) {
        bestLoss = loss;
    }

    /** Puts the copied weights back into the network. */
    void restore() {
        if (bestLoss < Double.POSITIVE_INFINITY) {
            best.copyToNetwork();
        }
    }

    @Override
    public void close() {
        best.close();
    }
}
