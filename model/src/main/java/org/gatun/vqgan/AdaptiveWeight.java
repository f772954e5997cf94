package org.gatun.vqgan;

import java.util.function.UnaryOperator;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;

/**
 * lambda = |grad_GL[L_rec]| / (|grad_GL[L_GAN]| + delta), GL being the decoder's last layer (arXiv 2012.09841, equation 7). Nothing
 * flows back through it.
 *
 * @param delta keeps it finite
 * @param max its upper bound
 */
public record AdaptiveWeight(double delta, double max) implements GeneratorWeight {

    /** As the reference computes it. */
    public static final AdaptiveWeight REFERENCE = new AdaptiveWeight(1e-4, 1e4);

    /** As the paper prints it. */
    public static final AdaptiveWeight PAPER = new AdaptiveWeight(1e-6, Double.POSITIVE_INFINITY);

    @Override
    public Tensor of(Tensor rec, Tensor gan, UnaryOperator<Tensor> lastLayerGradient) {
        try (TensorScope scope = TensorScope.open()) {
            Tensor recNorm = lastLayerGradient.apply(rec).linalg_vector_norm();
            Tensor ganNorm = lastLayerGradient.apply(gan).linalg_vector_norm();
            return scope.moveToOuter(
                    recNorm.div(ganNorm.add(delta)).clamp(0, max).detach());
        }
    }
}
