package org.gatun.metrics;

import java.util.function.BinaryOperator;
import org.gatun.torch.Autograd;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;

/** The mean, over a set, of a figure that each picture has with its reconstruction. */
public final class PairMean {

    private final BinaryOperator<Tensor> figure;
    private double sum;
    private long count;

    /** @param figure of two batches (B, 3, H, W) in [-1, 1]: one number a picture, such as {@link Ssim#of} */
    public PairMean(BinaryOperator<Tensor> figure) {
        this.figure = figure;
    }

    /** Counts a batch of pictures and their reconstructions. */
    public void add(Tensor pictures, Tensor reconstructions) {
        try (TensorScope _ = TensorScope.open();
                var _ = Autograd.noGrad()) {
            sum += figure.apply(pictures, reconstructions).sum().item();
            count += pictures.size(0);
        }
    }

    /** Not a number before anything is counted. */
    public double mean() {
        return sum / count;
    }
}
