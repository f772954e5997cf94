package org.gatun.train;

import java.util.List;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;

/** The norm of all gradients together, and scaling by it ({@code torch.nn.utils.clip_grad_norm_}). */
final class GradientNorm {

    private static final double EPS = 1e-6;

    private GradientNorm() {}

    /** Scales {@code grads} in place so that their norm is {@code max} at most; nothing waits for the device. */
    static void clip(List<Tensor> grads, double max) {
        try (TensorScope _ = TensorScope.open()) {
            Tensor norm = Torch.stack(Torch._foreach_norm(grads)).linalg_vector_norm();
            Torch._foreach_mul_(
                    grads,
                    Torch.full(new long[0], max, norm.dtype(), norm.device())
                            .div(norm.add(EPS))
                            .clamp_max(1));
        }
    }
}
