package org.gatun.vqgan;

import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;

/**
 * How much the GAN loss weighs: lambda = |grad_GL[L_rec]| / (|grad_GL[L_GAN]| + delta), GL being the decoder's last layer (arXiv
 * 2012.09841, equation 7). Nothing flows back through it.
 *
 * @param delta keeps it finite
 * @param max its upper bound
 */
public record AdaptiveWeight(double delta, double max) {

    /** As the reference computes it. */
    public static final AdaptiveWeight REFERENCE = new AdaptiveWeight(1e-4, 1e4);

    /** As the paper prints it. */
    public static final AdaptiveWeight PAPER = new AdaptiveWeight(1e-6, Double.POSITIVE_INFINITY);

    /** A scalar, from the two losses' gradients for the last layer's weight. */
    Tensor of(Tensor gradRec, Tensor gradGan) {
        try (TensorScope scope = TensorScope.open()) {
            Tensor weight = gradRec.linalg_vector_norm()
                    .div(gradGan.linalg_vector_norm().add(delta));
            return scope.moveToOuter(weight.clamp(0, max).detach());
        }
    }
}
