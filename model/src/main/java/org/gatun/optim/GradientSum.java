package org.gatun.optim;

import java.util.List;
import org.gatun.torch.Autograd;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;

/**
 * The gradients of a batch that is taken in parts of the same size (gradient accumulation): the gradient of its mean loss is the mean of
 * theirs. It owns the sum.
 */
public final class GradientSum implements AutoCloseable {

    private final int parts;
    private List<Tensor> sum = List.of();
    private int added;
    private boolean divided;

    /** @param parts how many there will be; with one, nothing is copied */
    public GradientSum(int parts) {
        this.parts = parts;
    }

    /** Adds a part's gradients, which are left as they are, and the caller's. */
    public void add(List<Tensor> grads) {
        try (TensorScope scope = TensorScope.open();
                var _ = Autograd.noGrad()) {
            switch (added) {
                case 0 ->
                    sum = grads.stream().map(grad -> scope.keep(grad.detach())).toList();
                case 1 -> {
                    // What autograd hands out may be views of the same memory, which must not be added to.
                    List<Tensor> both = Torch._foreach_add(sum, grads);
                    both.forEach(scope::keep);
                    release();
                    sum = both;
                }
                default -> Torch._foreach_add_(sum, grads);
            }
            added++;
        }
    }

    /**
     * The mean, once all parts are there; this object's, until it is closed.
     *
     * @throws IllegalStateException if parts are missing
     */
    public List<Tensor> mean() {
        if (added != parts) {
            throw new IllegalStateException(added + " of " + parts + " parts have been added");
        }
        if (parts > 1 && !divided) {
            divided = true;
            try (var _ = Autograd.noGrad()) {
                Torch._foreach_mul_(sum, 1.0 / parts);
            }
        }
        return sum;
    }

    private void release() {
        sum.forEach(Tensor::close);
        sum = List.of();
    }

    @Override
    public void close() {
        release();
    }
}
