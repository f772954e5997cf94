// Generated from ops.txt by `make bindings`; do not edit.
package org.gatun.torch;

import java.lang.foreign.MemorySegment;
import java.util.List;
import org.gatun.torch.ffm.gatun_h;

/** Methods of {@link Tensor}: PyTorch's group "Loss". */
sealed interface LossOperators permits Tensor {

    /** {@code l1_loss(Tensor self, Tensor target, int reduction=Mean) -> Tensor} */
    default Tensor l1_loss(Tensor target, Reduction reduction) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_l1_loss(self.handle(), target.handle(), reduction.code());
        if (result == 0) {
            throw TorchException.in("l1_loss", self, target);
        }
        return Tensor.adopt(result);
    }

    /** {@code l1_loss(Tensor self, Tensor target, int reduction=Mean) -> Tensor} */
    default Tensor l1_loss(Tensor target) {
        return l1_loss(target, Reduction.MEAN);
    }

    /** {@code mse_loss(Tensor self, Tensor target, int reduction=Mean) -> Tensor} */
    default Tensor mse_loss(Tensor target, Reduction reduction) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_mse_loss(self.handle(), target.handle(), reduction.code());
        if (result == 0) {
            throw TorchException.in("mse_loss", self, target);
        }
        return Tensor.adopt(result);
    }

    /** {@code mse_loss(Tensor self, Tensor target, int reduction=Mean) -> Tensor} */
    default Tensor mse_loss(Tensor target) {
        return mse_loss(target, Reduction.MEAN);
    }

    /** {@code nll_loss(Tensor self, Tensor target, Tensor? weight=None, int reduction=Mean, SymInt ignore_index=-100) -> Tensor} */
    default Tensor nll_loss(Tensor target, Tensor weight, Reduction reduction, long ignore_index) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_nll_loss(self.handle(), target.handle(), Tensor.handleOrAbsent(weight), reduction.code(), ignore_index);
        if (result == 0) {
            throw TorchException.in("nll_loss", self, target, weight);
        }
        return Tensor.adopt(result);
    }

    /** {@code nll_loss(Tensor self, Tensor target, Tensor? weight=None, int reduction=Mean, SymInt ignore_index=-100) -> Tensor} */
    default Tensor nll_loss(Tensor target, Tensor weight, Reduction reduction) {
        return nll_loss(target, weight, reduction, -100L);
    }

    /** {@code nll_loss(Tensor self, Tensor target, Tensor? weight=None, int reduction=Mean, SymInt ignore_index=-100) -> Tensor} */
    default Tensor nll_loss(Tensor target, Tensor weight) {
        return nll_loss(target, weight, Reduction.MEAN, -100L);
    }

    /** {@code nll_loss(Tensor self, Tensor target, Tensor? weight=None, int reduction=Mean, SymInt ignore_index=-100) -> Tensor} */
    default Tensor nll_loss(Tensor target) {
        return nll_loss(target, (Tensor) null, Reduction.MEAN, -100L);
    }

    /** {@code cross_entropy_loss(Tensor self, Tensor target, Tensor? weight=None, int reduction=Mean, SymInt ignore_index=-100, float label_smoothing=0.0) -> Tensor} */
    default Tensor cross_entropy_loss(Tensor target, Tensor weight, Reduction reduction, long ignore_index, double label_smoothing) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_cross_entropy_loss(self.handle(), target.handle(), Tensor.handleOrAbsent(weight), reduction.code(), ignore_index, label_smoothing);
        if (result == 0) {
            throw TorchException.in("cross_entropy_loss", self, target, weight);
        }
        return Tensor.adopt(result);
    }

    /** {@code cross_entropy_loss(Tensor self, Tensor target, Tensor? weight=None, int reduction=Mean, SymInt ignore_index=-100, float label_smoothing=0.0) -> Tensor} */
    default Tensor cross_entropy_loss(Tensor target, Tensor weight, Reduction reduction, long ignore_index) {
        return cross_entropy_loss(target, weight, reduction, ignore_index, 0.0);
    }

    /** {@code cross_entropy_loss(Tensor self, Tensor target, Tensor? weight=None, int reduction=Mean, SymInt ignore_index=-100, float label_smoothing=0.0) -> Tensor} */
    default Tensor cross_entropy_loss(Tensor target, Tensor weight, Reduction reduction) {
        return cross_entropy_loss(target, weight, reduction, -100L, 0.0);
    }

    /** {@code cross_entropy_loss(Tensor self, Tensor target, Tensor? weight=None, int reduction=Mean, SymInt ignore_index=-100, float label_smoothing=0.0) -> Tensor} */
    default Tensor cross_entropy_loss(Tensor target, Tensor weight) {
        return cross_entropy_loss(target, weight, Reduction.MEAN, -100L, 0.0);
    }

    /** {@code cross_entropy_loss(Tensor self, Tensor target, Tensor? weight=None, int reduction=Mean, SymInt ignore_index=-100, float label_smoothing=0.0) -> Tensor} */
    default Tensor cross_entropy_loss(Tensor target) {
        return cross_entropy_loss(target, (Tensor) null, Reduction.MEAN, -100L, 0.0);
    }

    /** {@code binary_cross_entropy(Tensor self, Tensor target, Tensor? weight=None, int reduction=Mean) -> Tensor} */
    default Tensor binary_cross_entropy(Tensor target, Tensor weight, Reduction reduction) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_binary_cross_entropy(self.handle(), target.handle(), Tensor.handleOrAbsent(weight), reduction.code());
        if (result == 0) {
            throw TorchException.in("binary_cross_entropy", self, target, weight);
        }
        return Tensor.adopt(result);
    }

    /** {@code binary_cross_entropy(Tensor self, Tensor target, Tensor? weight=None, int reduction=Mean) -> Tensor} */
    default Tensor binary_cross_entropy(Tensor target, Tensor weight) {
        return binary_cross_entropy(target, weight, Reduction.MEAN);
    }

    /** {@code binary_cross_entropy(Tensor self, Tensor target, Tensor? weight=None, int reduction=Mean) -> Tensor} */
    default Tensor binary_cross_entropy(Tensor target) {
        return binary_cross_entropy(target, (Tensor) null, Reduction.MEAN);
    }

    /** {@code binary_cross_entropy_with_logits(Tensor self, Tensor target, Tensor? weight=None, Tensor? pos_weight=None, int reduction=Mean) -> Tensor} */
    default Tensor binary_cross_entropy_with_logits(Tensor target, Tensor weight, Tensor pos_weight, Reduction reduction) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_binary_cross_entropy_with_logits(self.handle(), target.handle(), Tensor.handleOrAbsent(weight), Tensor.handleOrAbsent(pos_weight), reduction.code());
        if (result == 0) {
            throw TorchException.in("binary_cross_entropy_with_logits", self, target, weight, pos_weight);
        }
        return Tensor.adopt(result);
    }

    /** {@code binary_cross_entropy_with_logits(Tensor self, Tensor target, Tensor? weight=None, Tensor? pos_weight=None, int reduction=Mean) -> Tensor} */
    default Tensor binary_cross_entropy_with_logits(Tensor target, Tensor weight, Tensor pos_weight) {
        return binary_cross_entropy_with_logits(target, weight, pos_weight, Reduction.MEAN);
    }

    /** {@code binary_cross_entropy_with_logits(Tensor self, Tensor target, Tensor? weight=None, Tensor? pos_weight=None, int reduction=Mean) -> Tensor} */
    default Tensor binary_cross_entropy_with_logits(Tensor target, Tensor weight) {
        return binary_cross_entropy_with_logits(target, weight, (Tensor) null, Reduction.MEAN);
    }

    /** {@code binary_cross_entropy_with_logits(Tensor self, Tensor target, Tensor? weight=None, Tensor? pos_weight=None, int reduction=Mean) -> Tensor} */
    default Tensor binary_cross_entropy_with_logits(Tensor target) {
        return binary_cross_entropy_with_logits(target, (Tensor) null, (Tensor) null, Reduction.MEAN);
    }

    /** {@code kl_div(Tensor self, Tensor target, int reduction=Mean, *, bool log_target=False) -> Tensor} */
    default Tensor kl_div(Tensor target, Reduction reduction, boolean log_target) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_kl_div(self.handle(), target.handle(), reduction.code(), log_target ? 1 : 0);
        if (result == 0) {
            throw TorchException.in("kl_div", self, target);
        }
        return Tensor.adopt(result);
    }

    /** {@code kl_div(Tensor self, Tensor target, int reduction=Mean, *, bool log_target=False) -> Tensor} */
    default Tensor kl_div(Tensor target, Reduction reduction) {
        return kl_div(target, reduction, false);
    }

    /** {@code kl_div(Tensor self, Tensor target, int reduction=Mean, *, bool log_target=False) -> Tensor} */
    default Tensor kl_div(Tensor target) {
        return kl_div(target, Reduction.MEAN, false);
    }
}
