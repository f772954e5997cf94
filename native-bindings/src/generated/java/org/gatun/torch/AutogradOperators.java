// Generated from ops.txt by `make bindings`; do not edit.
package org.gatun.torch;

import java.lang.foreign.MemorySegment;
import java.util.List;
import org.gatun.torch.ffm.gatun_h;

/** Methods of {@link Tensor}: PyTorch's group "Autograd". */
sealed interface AutogradOperators permits Tensor {

    /** {@code detach(Tensor(a) self) -> Tensor(a)} */
    default Tensor detach() {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_detach(self.handle());
        if (result == 0) {
            throw TorchException.in("detach", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code requires_grad_(Tensor(a!) self, bool requires_grad=True) -> Tensor(a!)} */
    default Tensor requires_grad_(boolean requires_grad) {
        Tensor self = (Tensor) this;
        if (gatun_h.gatun_requires_grad_(self.handle(), requires_grad ? 1 : 0) != 0) {
            throw TorchException.in("requires_grad_", self);
        }
        return self;
    }

    /** {@code requires_grad_(Tensor(a!) self, bool requires_grad=True) -> Tensor(a!)} */
    default Tensor requires_grad_() {
        return requires_grad_(true);
    }

    /** {@code is_leaf(Tensor self) -> bool} */
    default boolean is_leaf() {
        Tensor self = (Tensor) this;
        int result = gatun_h.gatun_is_leaf(self.handle());
        if (result < 0) {
            throw TorchException.in("is_leaf", self);
        }
        return result == 1;
    }
}
