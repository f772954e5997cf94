package org.gatun.train;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatun.torch.Autograd;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;

/** A second set of a network's tensors. It owns the copies. */
final class WeightCopy implements AutoCloseable {

    private final Map<String, Tensor> weights;
    private final Map<String, Tensor> copies = new LinkedHashMap<>();

    /** @param weights the network's own, copied as they are now */
    WeightCopy(Map<String, Tensor> weights) {
        this.weights = new LinkedHashMap<>(weights);
        try (TensorScope scope = TensorScope.open();
                var _ = Autograd.noGrad()) {
            weights.forEach((name, tensor) ->
                    copies.put(name, scope.keep(tensor.detach().clone())));
        }
    }

    /** The copies by name; not to be closed. */
    Map<String, Tensor> tensors() {
        return copies;
    }

    /** Copies the network's. */
    void copyFromNetwork() {
        try (var _ = Autograd.noGrad()) {
            Torch._foreach_copy_(List.copyOf(copies.values()), List.copyOf(weights.values()));
        }
    }

    /** Puts the copies into the network. */
    void copyToNetwork() {
        try (var _ = Autograd.noGrad()) {
            Torch._foreach_copy_(List.copyOf(weights.values()), List.copyOf(copies.values()));
        }
    }

    @Override
    public void close() {
        copies.values().forEach(Tensor::close);
    }
}
