package org.gatun.vqgan;

import java.util.function.UnaryOperator;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;

/** A weight of 1 at every step, as in MaskBit (arXiv 2409.16211, section 3): {@code disc_weight} alone decides. */
public record FixedWeight() implements GeneratorWeight {

    @Override
    public Tensor of(Tensor rec, Tensor gan, UnaryOperator<Tensor> lastLayerGradient) {
        try (TensorScope scope = TensorScope.open()) {
            return scope.moveToOuter(gan.detach().sum().ones_like());
        }
    }
}
