// Generated from ops.txt by `make bindings`; do not edit.
package org.gatun.torch;

import java.lang.foreign.MemorySegment;
import java.util.List;
import org.gatun.torch.ffm.gatun_h;

/** Methods of {@link Tensor}: PyTorch's group "Pointwise". */
sealed interface PointwiseOperators permits Tensor {

    /** {@code abs(Tensor self) -> Tensor} */
    default Tensor abs() {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_abs(self.handle());
        if (result == 0) {
            throw TorchException.in("abs", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code neg(Tensor self) -> Tensor} */
    default Tensor neg() {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_neg(self.handle());
        if (result == 0) {
            throw TorchException.in("neg", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code exp(Tensor self) -> Tensor} */
    default Tensor exp() {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_exp(self.handle());
        if (result == 0) {
            throw TorchException.in("exp", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code log(Tensor self) -> Tensor} */
    default Tensor log() {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_log(self.handle());
        if (result == 0) {
            throw TorchException.in("log", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code log1p(Tensor self) -> Tensor} */
    default Tensor log1p() {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_log1p(self.handle());
        if (result == 0) {
            throw TorchException.in("log1p", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code sqrt(Tensor self) -> Tensor} */
    default Tensor sqrt() {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_sqrt(self.handle());
        if (result == 0) {
            throw TorchException.in("sqrt", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code rsqrt(Tensor self) -> Tensor} */
    default Tensor rsqrt() {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_rsqrt(self.handle());
        if (result == 0) {
            throw TorchException.in("rsqrt", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code square(Tensor self) -> Tensor} */
    default Tensor square() {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_square(self.handle());
        if (result == 0) {
            throw TorchException.in("square", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code sin(Tensor self) -> Tensor} */
    default Tensor sin() {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_sin(self.handle());
        if (result == 0) {
            throw TorchException.in("sin", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code cos(Tensor self) -> Tensor} */
    default Tensor cos() {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_cos(self.handle());
        if (result == 0) {
            throw TorchException.in("cos", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code tanh(Tensor self) -> Tensor} */
    default Tensor tanh() {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_tanh(self.handle());
        if (result == 0) {
            throw TorchException.in("tanh", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code sigmoid(Tensor self) -> Tensor} */
    default Tensor sigmoid() {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_sigmoid(self.handle());
        if (result == 0) {
            throw TorchException.in("sigmoid", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code erf(Tensor self) -> Tensor} */
    default Tensor erf() {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_erf(self.handle());
        if (result == 0) {
            throw TorchException.in("erf", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code floor(Tensor self) -> Tensor} */
    default Tensor floor() {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_floor(self.handle());
        if (result == 0) {
            throw TorchException.in("floor", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code round(Tensor self) -> Tensor} */
    default Tensor round() {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_round(self.handle());
        if (result == 0) {
            throw TorchException.in("round", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code sign(Tensor self) -> Tensor} */
    default Tensor sign() {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_sign(self.handle());
        if (result == 0) {
            throw TorchException.in("sign", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code ceil(Tensor self) -> Tensor} */
    default Tensor ceil() {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_ceil(self.handle());
        if (result == 0) {
            throw TorchException.in("ceil", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code isnan(Tensor self) -> Tensor} */
    default Tensor isnan() {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_isnan(self.handle());
        if (result == 0) {
            throw TorchException.in("isnan", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code isinf(Tensor self) -> Tensor} */
    default Tensor isinf() {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_isinf(self.handle());
        if (result == 0) {
            throw TorchException.in("isinf", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code isfinite(Tensor self) -> Tensor} */
    default Tensor isfinite() {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_isfinite(self.handle());
        if (result == 0) {
            throw TorchException.in("isfinite", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code logical_not(Tensor self) -> Tensor} */
    default Tensor logical_not() {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_logical_not(self.handle());
        if (result == 0) {
            throw TorchException.in("logical_not", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code logical_and(Tensor self, Tensor other) -> Tensor} */
    default Tensor logical_and(Tensor other) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_logical_and(self.handle(), other.handle());
        if (result == 0) {
            throw TorchException.in("logical_and", self, other);
        }
        return Tensor.adopt(result);
    }

    /** {@code logical_or(Tensor self, Tensor other) -> Tensor} */
    default Tensor logical_or(Tensor other) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_logical_or(self.handle(), other.handle());
        if (result == 0) {
            throw TorchException.in("logical_or", self, other);
        }
        return Tensor.adopt(result);
    }

    /** {@code clamp(Tensor self, Scalar? min=None, Scalar? max=None) -> Tensor} */
    default Tensor clamp(Number min, Number max) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_clamp(self.handle(), ScalarArgument.kind(min), ScalarArgument.bits(min), ScalarArgument.kind(max), ScalarArgument.bits(max));
        if (result == 0) {
            throw TorchException.in("clamp", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code clamp(Tensor self, Scalar? min=None, Scalar? max=None) -> Tensor} */
    default Tensor clamp(Number min) {
        return clamp(min, (Number) null);
    }

    /** {@code clamp(Tensor self, Scalar? min=None, Scalar? max=None) -> Tensor} */
    default Tensor clamp() {
        return clamp((Number) null, (Number) null);
    }

    /** {@code clamp_min(Tensor self, Scalar min) -> Tensor} */
    default Tensor clamp_min(double min) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_clamp_min(self.handle(), ScalarArgument.FLOAT, Double.doubleToRawLongBits(min));
        if (result == 0) {
            throw TorchException.in("clamp_min", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code clamp_min(Tensor self, Scalar min) -> Tensor} */
    default Tensor clamp_min(long min) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_clamp_min(self.handle(), ScalarArgument.INT, min);
        if (result == 0) {
            throw TorchException.in("clamp_min", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code clamp_max(Tensor self, Scalar max) -> Tensor} */
    default Tensor clamp_max(double max) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_clamp_max(self.handle(), ScalarArgument.FLOAT, Double.doubleToRawLongBits(max));
        if (result == 0) {
            throw TorchException.in("clamp_max", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code clamp_max(Tensor self, Scalar max) -> Tensor} */
    default Tensor clamp_max(long max) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_clamp_max(self.handle(), ScalarArgument.INT, max);
        if (result == 0) {
            throw TorchException.in("clamp_max", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code clamp_(Tensor(a!) self, Scalar? min=None, Scalar? max=None) -> Tensor(a!)} */
    default Tensor clamp_(Number min, Number max) {
        Tensor self = (Tensor) this;
        if (gatun_h.gatun_clamp_(self.handle(), ScalarArgument.kind(min), ScalarArgument.bits(min), ScalarArgument.kind(max), ScalarArgument.bits(max)) != 0) {
            throw TorchException.in("clamp_", self);
        }
        return self;
    }

    /** {@code clamp_(Tensor(a!) self, Scalar? min=None, Scalar? max=None) -> Tensor(a!)} */
    default Tensor clamp_(Number min) {
        return clamp_(min, (Number) null);
    }

    /** {@code clamp_(Tensor(a!) self, Scalar? min=None, Scalar? max=None) -> Tensor(a!)} */
    default Tensor clamp_() {
        return clamp_((Number) null, (Number) null);
    }

    /** {@code add.Tensor(Tensor self, Tensor other, *, Scalar alpha=1) -> Tensor} */
    default Tensor add(Tensor other, double alpha) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_add_Tensor(self.handle(), other.handle(), ScalarArgument.FLOAT, Double.doubleToRawLongBits(alpha));
        if (result == 0) {
            throw TorchException.in("add", self, other);
        }
        return Tensor.adopt(result);
    }

    /** {@code add.Tensor(Tensor self, Tensor other, *, Scalar alpha=1) -> Tensor} */
    default Tensor add(Tensor other, long alpha) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_add_Tensor(self.handle(), other.handle(), ScalarArgument.INT, alpha);
        if (result == 0) {
            throw TorchException.in("add", self, other);
        }
        return Tensor.adopt(result);
    }

    /** {@code add.Tensor(Tensor self, Tensor other, *, Scalar alpha=1) -> Tensor} */
    default Tensor add(Tensor other) {
        return add(other, 1L);
    }

    /** {@code add.Scalar(Tensor self, Scalar other, Scalar alpha=1) -> Tensor} */
    default Tensor add(double other, double alpha) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_add_Scalar(self.handle(), ScalarArgument.FLOAT, Double.doubleToRawLongBits(other), ScalarArgument.FLOAT, Double.doubleToRawLongBits(alpha));
        if (result == 0) {
            throw TorchException.in("add", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code add.Scalar(Tensor self, Scalar other, Scalar alpha=1) -> Tensor} */
    default Tensor add(long other, long alpha) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_add_Scalar(self.handle(), ScalarArgument.INT, other, ScalarArgument.INT, alpha);
        if (result == 0) {
            throw TorchException.in("add", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code add.Scalar(Tensor self, Scalar other, Scalar alpha=1) -> Tensor} */
    default Tensor add(double other) {
        return add(other, 1.0);
    }

    /** {@code add.Scalar(Tensor self, Scalar other, Scalar alpha=1) -> Tensor} */
    default Tensor add(long other) {
        return add(other, 1L);
    }

    /** {@code sub.Tensor(Tensor self, Tensor other, *, Scalar alpha=1) -> Tensor} */
    default Tensor sub(Tensor other, double alpha) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_sub_Tensor(self.handle(), other.handle(), ScalarArgument.FLOAT, Double.doubleToRawLongBits(alpha));
        if (result == 0) {
            throw TorchException.in("sub", self, other);
        }
        return Tensor.adopt(result);
    }

    /** {@code sub.Tensor(Tensor self, Tensor other, *, Scalar alpha=1) -> Tensor} */
    default Tensor sub(Tensor other, long alpha) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_sub_Tensor(self.handle(), other.handle(), ScalarArgument.INT, alpha);
        if (result == 0) {
            throw TorchException.in("sub", self, other);
        }
        return Tensor.adopt(result);
    }

    /** {@code sub.Tensor(Tensor self, Tensor other, *, Scalar alpha=1) -> Tensor} */
    default Tensor sub(Tensor other) {
        return sub(other, 1L);
    }

    /** {@code sub.Scalar(Tensor self, Scalar other, Scalar alpha=1) -> Tensor} */
    default Tensor sub(double other, double alpha) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_sub_Scalar(self.handle(), ScalarArgument.FLOAT, Double.doubleToRawLongBits(other), ScalarArgument.FLOAT, Double.doubleToRawLongBits(alpha));
        if (result == 0) {
            throw TorchException.in("sub", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code sub.Scalar(Tensor self, Scalar other, Scalar alpha=1) -> Tensor} */
    default Tensor sub(long other, long alpha) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_sub_Scalar(self.handle(), ScalarArgument.INT, other, ScalarArgument.INT, alpha);
        if (result == 0) {
            throw TorchException.in("sub", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code sub.Scalar(Tensor self, Scalar other, Scalar alpha=1) -> Tensor} */
    default Tensor sub(double other) {
        return sub(other, 1.0);
    }

    /** {@code sub.Scalar(Tensor self, Scalar other, Scalar alpha=1) -> Tensor} */
    default Tensor sub(long other) {
        return sub(other, 1L);
    }

    /** {@code mul.Tensor(Tensor self, Tensor other) -> Tensor} */
    default Tensor mul(Tensor other) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_mul_Tensor(self.handle(), other.handle());
        if (result == 0) {
            throw TorchException.in("mul", self, other);
        }
        return Tensor.adopt(result);
    }

    /** {@code mul.Scalar(Tensor self, Scalar other) -> Tensor} */
    default Tensor mul(double other) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_mul_Scalar(self.handle(), ScalarArgument.FLOAT, Double.doubleToRawLongBits(other));
        if (result == 0) {
            throw TorchException.in("mul", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code mul.Scalar(Tensor self, Scalar other) -> Tensor} */
    default Tensor mul(long other) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_mul_Scalar(self.handle(), ScalarArgument.INT, other);
        if (result == 0) {
            throw TorchException.in("mul", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code div.Tensor(Tensor self, Tensor other) -> Tensor} */
    default Tensor div(Tensor other) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_div_Tensor(self.handle(), other.handle());
        if (result == 0) {
            throw TorchException.in("div", self, other);
        }
        return Tensor.adopt(result);
    }

    /** {@code div.Scalar(Tensor self, Scalar other) -> Tensor} */
    default Tensor div(double other) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_div_Scalar(self.handle(), ScalarArgument.FLOAT, Double.doubleToRawLongBits(other));
        if (result == 0) {
            throw TorchException.in("div", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code div.Scalar(Tensor self, Scalar other) -> Tensor} */
    default Tensor div(long other) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_div_Scalar(self.handle(), ScalarArgument.INT, other);
        if (result == 0) {
            throw TorchException.in("div", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code div.Tensor_mode(Tensor self, Tensor other, *, str? rounding_mode) -> Tensor} */
    default Tensor div(Tensor other, String rounding_mode) {
        Tensor self = (Tensor) this;
        CallArguments memory = CallArguments.begin();
        long result = gatun_h.gatun_div_Tensor_mode(self.handle(), other.handle(), memory.stringOrAbsent(rounding_mode));
        if (result == 0) {
            throw TorchException.in("div", self, other);
        }
        return Tensor.adopt(result);
    }

    /** {@code div.Scalar_mode(Tensor self, Scalar other, *, str? rounding_mode) -> Tensor} */
    default Tensor div(double other, String rounding_mode) {
        Tensor self = (Tensor) this;
        CallArguments memory = CallArguments.begin();
        long result = gatun_h.gatun_div_Scalar_mode(self.handle(), ScalarArgument.FLOAT, Double.doubleToRawLongBits(other), memory.stringOrAbsent(rounding_mode));
        if (result == 0) {
            throw TorchException.in("div", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code div.Scalar_mode(Tensor self, Scalar other, *, str? rounding_mode) -> Tensor} */
    default Tensor div(long other, String rounding_mode) {
        Tensor self = (Tensor) this;
        CallArguments memory = CallArguments.begin();
        long result = gatun_h.gatun_div_Scalar_mode(self.handle(), ScalarArgument.INT, other, memory.stringOrAbsent(rounding_mode));
        if (result == 0) {
            throw TorchException.in("div", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code remainder.Scalar(Tensor self, Scalar other) -> Tensor} */
    default Tensor remainder(double other) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_remainder_Scalar(self.handle(), ScalarArgument.FLOAT, Double.doubleToRawLongBits(other));
        if (result == 0) {
            throw TorchException.in("remainder", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code remainder.Scalar(Tensor self, Scalar other) -> Tensor} */
    default Tensor remainder(long other) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_remainder_Scalar(self.handle(), ScalarArgument.INT, other);
        if (result == 0) {
            throw TorchException.in("remainder", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code pow.Tensor_Scalar(Tensor self, Scalar exponent) -> Tensor} */
    default Tensor pow(double exponent) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_pow_Tensor_Scalar(self.handle(), ScalarArgument.FLOAT, Double.doubleToRawLongBits(exponent));
        if (result == 0) {
            throw TorchException.in("pow", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code pow.Tensor_Scalar(Tensor self, Scalar exponent) -> Tensor} */
    default Tensor pow(long exponent) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_pow_Tensor_Scalar(self.handle(), ScalarArgument.INT, exponent);
        if (result == 0) {
            throw TorchException.in("pow", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code pow.Tensor_Tensor(Tensor self, Tensor exponent) -> Tensor} */
    default Tensor pow(Tensor exponent) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_pow_Tensor_Tensor(self.handle(), exponent.handle());
        if (result == 0) {
            throw TorchException.in("pow", self, exponent);
        }
        return Tensor.adopt(result);
    }

    /** {@code rsub.Scalar(Tensor self, Scalar other, Scalar alpha=1) -> Tensor} */
    default Tensor rsub(double other, double alpha) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_rsub_Scalar(self.handle(), ScalarArgument.FLOAT, Double.doubleToRawLongBits(other), ScalarArgument.FLOAT, Double.doubleToRawLongBits(alpha));
        if (result == 0) {
            throw TorchException.in("rsub", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code rsub.Scalar(Tensor self, Scalar other, Scalar alpha=1) -> Tensor} */
    default Tensor rsub(long other, long alpha) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_rsub_Scalar(self.handle(), ScalarArgument.INT, other, ScalarArgument.INT, alpha);
        if (result == 0) {
            throw TorchException.in("rsub", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code rsub.Scalar(Tensor self, Scalar other, Scalar alpha=1) -> Tensor} */
    default Tensor rsub(double other) {
        return rsub(other, 1.0);
    }

    /** {@code rsub.Scalar(Tensor self, Scalar other, Scalar alpha=1) -> Tensor} */
    default Tensor rsub(long other) {
        return rsub(other, 1L);
    }

    /** {@code maximum(Tensor self, Tensor other) -> Tensor} */
    default Tensor maximum(Tensor other) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_maximum(self.handle(), other.handle());
        if (result == 0) {
            throw TorchException.in("maximum", self, other);
        }
        return Tensor.adopt(result);
    }

    /** {@code minimum(Tensor self, Tensor other) -> Tensor} */
    default Tensor minimum(Tensor other) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_minimum(self.handle(), other.handle());
        if (result == 0) {
            throw TorchException.in("minimum", self, other);
        }
        return Tensor.adopt(result);
    }

    /** {@code lerp.Scalar(Tensor self, Tensor end, Scalar weight) -> Tensor} */
    default Tensor lerp(Tensor end, double weight) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_lerp_Scalar(self.handle(), end.handle(), ScalarArgument.FLOAT, Double.doubleToRawLongBits(weight));
        if (result == 0) {
            throw TorchException.in("lerp", self, end);
        }
        return Tensor.adopt(result);
    }

    /** {@code lerp.Scalar(Tensor self, Tensor end, Scalar weight) -> Tensor} */
    default Tensor lerp(Tensor end, long weight) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_lerp_Scalar(self.handle(), end.handle(), ScalarArgument.INT, weight);
        if (result == 0) {
            throw TorchException.in("lerp", self, end);
        }
        return Tensor.adopt(result);
    }

    /** {@code addcmul(Tensor self, Tensor tensor1, Tensor tensor2, *, Scalar value=1) -> Tensor} */
    default Tensor addcmul(Tensor tensor1, Tensor tensor2, double value) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_addcmul(self.handle(), tensor1.handle(), tensor2.handle(), ScalarArgument.FLOAT, Double.doubleToRawLongBits(value));
        if (result == 0) {
            throw TorchException.in("addcmul", self, tensor1, tensor2);
        }
        return Tensor.adopt(result);
    }

    /** {@code addcmul(Tensor self, Tensor tensor1, Tensor tensor2, *, Scalar value=1) -> Tensor} */
    default Tensor addcmul(Tensor tensor1, Tensor tensor2, long value) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_addcmul(self.handle(), tensor1.handle(), tensor2.handle(), ScalarArgument.INT, value);
        if (result == 0) {
            throw TorchException.in("addcmul", self, tensor1, tensor2);
        }
        return Tensor.adopt(result);
    }

    /** {@code addcmul(Tensor self, Tensor tensor1, Tensor tensor2, *, Scalar value=1) -> Tensor} */
    default Tensor addcmul(Tensor tensor1, Tensor tensor2) {
        return addcmul(tensor1, tensor2, 1L);
    }

    /** {@code addcdiv(Tensor self, Tensor tensor1, Tensor tensor2, *, Scalar value=1) -> Tensor} */
    default Tensor addcdiv(Tensor tensor1, Tensor tensor2, double value) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_addcdiv(self.handle(), tensor1.handle(), tensor2.handle(), ScalarArgument.FLOAT, Double.doubleToRawLongBits(value));
        if (result == 0) {
            throw TorchException.in("addcdiv", self, tensor1, tensor2);
        }
        return Tensor.adopt(result);
    }

    /** {@code addcdiv(Tensor self, Tensor tensor1, Tensor tensor2, *, Scalar value=1) -> Tensor} */
    default Tensor addcdiv(Tensor tensor1, Tensor tensor2, long value) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_addcdiv(self.handle(), tensor1.handle(), tensor2.handle(), ScalarArgument.INT, value);
        if (result == 0) {
            throw TorchException.in("addcdiv", self, tensor1, tensor2);
        }
        return Tensor.adopt(result);
    }

    /** {@code addcdiv(Tensor self, Tensor tensor1, Tensor tensor2, *, Scalar value=1) -> Tensor} */
    default Tensor addcdiv(Tensor tensor1, Tensor tensor2) {
        return addcdiv(tensor1, tensor2, 1L);
    }

    /** {@code add_.Tensor(Tensor(a!) self, Tensor other, *, Scalar alpha=1) -> Tensor(a!)} */
    default Tensor add_(Tensor other, double alpha) {
        Tensor self = (Tensor) this;
        if (gatun_h.gatun_add__Tensor(self.handle(), other.handle(), ScalarArgument.FLOAT, Double.doubleToRawLongBits(alpha)) != 0) {
            throw TorchException.in("add_", self, other);
        }
        return self;
    }

    /** {@code add_.Tensor(Tensor(a!) self, Tensor other, *, Scalar alpha=1) -> Tensor(a!)} */
    default Tensor add_(Tensor other, long alpha) {
        Tensor self = (Tensor) this;
        if (gatun_h.gatun_add__Tensor(self.handle(), other.handle(), ScalarArgument.INT, alpha) != 0) {
            throw TorchException.in("add_", self, other);
        }
        return self;
    }

    /** {@code add_.Tensor(Tensor(a!) self, Tensor other, *, Scalar alpha=1) -> Tensor(a!)} */
    default Tensor add_(Tensor other) {
        return add_(other, 1L);
    }

    /** {@code add_.Scalar(Tensor(a!) self, Scalar other, Scalar alpha=1) -> Tensor(a!)} */
    default Tensor add_(double other, double alpha) {
        Tensor self = (Tensor) this;
        if (gatun_h.gatun_add__Scalar(self.handle(), ScalarArgument.FLOAT, Double.doubleToRawLongBits(other), ScalarArgument.FLOAT, Double.doubleToRawLongBits(alpha)) != 0) {
            throw TorchException.in("add_", self);
        }
        return self;
    }

    /** {@code add_.Scalar(Tensor(a!) self, Scalar other, Scalar alpha=1) -> Tensor(a!)} */
    default Tensor add_(long other, long alpha) {
        Tensor self = (Tensor) this;
        if (gatun_h.gatun_add__Scalar(self.handle(), ScalarArgument.INT, other, ScalarArgument.INT, alpha) != 0) {
            throw TorchException.in("add_", self);
        }
        return self;
    }

    /** {@code add_.Scalar(Tensor(a!) self, Scalar other, Scalar alpha=1) -> Tensor(a!)} */
    default Tensor add_(double other) {
        return add_(other, 1.0);
    }

    /** {@code add_.Scalar(Tensor(a!) self, Scalar other, Scalar alpha=1) -> Tensor(a!)} */
    default Tensor add_(long other) {
        return add_(other, 1L);
    }

    /** {@code sub_.Tensor(Tensor(a!) self, Tensor other, *, Scalar alpha=1) -> Tensor(a!)} */
    default Tensor sub_(Tensor other, double alpha) {
        Tensor self = (Tensor) this;
        if (gatun_h.gatun_sub__Tensor(self.handle(), other.handle(), ScalarArgument.FLOAT, Double.doubleToRawLongBits(alpha)) != 0) {
            throw TorchException.in("sub_", self, other);
        }
        return self;
    }

    /** {@code sub_.Tensor(Tensor(a!) self, Tensor other, *, Scalar alpha=1) -> Tensor(a!)} */
    default Tensor sub_(Tensor other, long alpha) {
        Tensor self = (Tensor) this;
        if (gatun_h.gatun_sub__Tensor(self.handle(), other.handle(), ScalarArgument.INT, alpha) != 0) {
            throw TorchException.in("sub_", self, other);
        }
        return self;
    }

    /** {@code sub_.Tensor(Tensor(a!) self, Tensor other, *, Scalar alpha=1) -> Tensor(a!)} */
    default Tensor sub_(Tensor other) {
        return sub_(other, 1L);
    }

    /** {@code sub_.Scalar(Tensor(a!) self, Scalar other, Scalar alpha=1) -> Tensor(a!)} */
    default Tensor sub_(double other, double alpha) {
        Tensor self = (Tensor) this;
        if (gatun_h.gatun_sub__Scalar(self.handle(), ScalarArgument.FLOAT, Double.doubleToRawLongBits(other), ScalarArgument.FLOAT, Double.doubleToRawLongBits(alpha)) != 0) {
            throw TorchException.in("sub_", self);
        }
        return self;
    }

    /** {@code sub_.Scalar(Tensor(a!) self, Scalar other, Scalar alpha=1) -> Tensor(a!)} */
    default Tensor sub_(long other, long alpha) {
        Tensor self = (Tensor) this;
        if (gatun_h.gatun_sub__Scalar(self.handle(), ScalarArgument.INT, other, ScalarArgument.INT, alpha) != 0) {
            throw TorchException.in("sub_", self);
        }
        return self;
    }

    /** {@code sub_.Scalar(Tensor(a!) self, Scalar other, Scalar alpha=1) -> Tensor(a!)} */
    default Tensor sub_(double other) {
        return sub_(other, 1.0);
    }

    /** {@code sub_.Scalar(Tensor(a!) self, Scalar other, Scalar alpha=1) -> Tensor(a!)} */
    default Tensor sub_(long other) {
        return sub_(other, 1L);
    }

    /** {@code mul_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)} */
    default Tensor mul_(Tensor other) {
        Tensor self = (Tensor) this;
        if (gatun_h.gatun_mul__Tensor(self.handle(), other.handle()) != 0) {
            throw TorchException.in("mul_", self, other);
        }
        return self;
    }

    /** {@code mul_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)} */
    default Tensor mul_(double other) {
        Tensor self = (Tensor) this;
        if (gatun_h.gatun_mul__Scalar(self.handle(), ScalarArgument.FLOAT, Double.doubleToRawLongBits(other)) != 0) {
            throw TorchException.in("mul_", self);
        }
        return self;
    }

    /** {@code mul_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)} */
    default Tensor mul_(long other) {
        Tensor self = (Tensor) this;
        if (gatun_h.gatun_mul__Scalar(self.handle(), ScalarArgument.INT, other) != 0) {
            throw TorchException.in("mul_", self);
        }
        return self;
    }

    /** {@code div_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)} */
    default Tensor div_(Tensor other) {
        Tensor self = (Tensor) this;
        if (gatun_h.gatun_div__Tensor(self.handle(), other.handle()) != 0) {
            throw TorchException.in("div_", self, other);
        }
        return self;
    }

    /** {@code div_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)} */
    default Tensor div_(double other) {
        Tensor self = (Tensor) this;
        if (gatun_h.gatun_div__Scalar(self.handle(), ScalarArgument.FLOAT, Double.doubleToRawLongBits(other)) != 0) {
            throw TorchException.in("div_", self);
        }
        return self;
    }

    /** {@code div_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)} */
    default Tensor div_(long other) {
        Tensor self = (Tensor) this;
        if (gatun_h.gatun_div__Scalar(self.handle(), ScalarArgument.INT, other) != 0) {
            throw TorchException.in("div_", self);
        }
        return self;
    }

    /** {@code sqrt_(Tensor(a!) self) -> Tensor(a!)} */
    default Tensor sqrt_() {
        Tensor self = (Tensor) this;
        if (gatun_h.gatun_sqrt_(self.handle()) != 0) {
            throw TorchException.in("sqrt_", self);
        }
        return self;
    }

    /** {@code pow_.Scalar(Tensor(a!) self, Scalar exponent) -> Tensor(a!)} */
    default Tensor pow_(double exponent) {
        Tensor self = (Tensor) this;
        if (gatun_h.gatun_pow__Scalar(self.handle(), ScalarArgument.FLOAT, Double.doubleToRawLongBits(exponent)) != 0) {
            throw TorchException.in("pow_", self);
        }
        return self;
    }

    /** {@code pow_.Scalar(Tensor(a!) self, Scalar exponent) -> Tensor(a!)} */
    default Tensor pow_(long exponent) {
        Tensor self = (Tensor) this;
        if (gatun_h.gatun_pow__Scalar(self.handle(), ScalarArgument.INT, exponent) != 0) {
            throw TorchException.in("pow_", self);
        }
        return self;
    }

    /** {@code lerp_.Scalar(Tensor(a!) self, Tensor end, Scalar weight) -> Tensor(a!)} */
    default Tensor lerp_(Tensor end, double weight) {
        Tensor self = (Tensor) this;
        if (gatun_h.gatun_lerp__Scalar(self.handle(), end.handle(), ScalarArgument.FLOAT, Double.doubleToRawLongBits(weight)) != 0) {
            throw TorchException.in("lerp_", self, end);
        }
        return self;
    }

    /** {@code lerp_.Scalar(Tensor(a!) self, Tensor end, Scalar weight) -> Tensor(a!)} */
    default Tensor lerp_(Tensor end, long weight) {
        Tensor self = (Tensor) this;
        if (gatun_h.gatun_lerp__Scalar(self.handle(), end.handle(), ScalarArgument.INT, weight) != 0) {
            throw TorchException.in("lerp_", self, end);
        }
        return self;
    }

    /** {@code addcmul_(Tensor(a!) self, Tensor tensor1, Tensor tensor2, *, Scalar value=1) -> Tensor(a!)} */
    default Tensor addcmul_(Tensor tensor1, Tensor tensor2, double value) {
        Tensor self = (Tensor) this;
        if (gatun_h.gatun_addcmul_(self.handle(), tensor1.handle(), tensor2.handle(), ScalarArgument.FLOAT, Double.doubleToRawLongBits(value)) != 0) {
            throw TorchException.in("addcmul_", self, tensor1, tensor2);
        }
        return self;
    }

    /** {@code addcmul_(Tensor(a!) self, Tensor tensor1, Tensor tensor2, *, Scalar value=1) -> Tensor(a!)} */
    default Tensor addcmul_(Tensor tensor1, Tensor tensor2, long value) {
        Tensor self = (Tensor) this;
        if (gatun_h.gatun_addcmul_(self.handle(), tensor1.handle(), tensor2.handle(), ScalarArgument.INT, value) != 0) {
            throw TorchException.in("addcmul_", self, tensor1, tensor2);
        }
        return self;
    }

    /** {@code addcmul_(Tensor(a!) self, Tensor tensor1, Tensor tensor2, *, Scalar value=1) -> Tensor(a!)} */
    default Tensor addcmul_(Tensor tensor1, Tensor tensor2) {
        return addcmul_(tensor1, tensor2, 1L);
    }

    /** {@code addcdiv_(Tensor(a!) self, Tensor tensor1, Tensor tensor2, *, Scalar value=1) -> Tensor(a!)} */
    default Tensor addcdiv_(Tensor tensor1, Tensor tensor2, double value) {
        Tensor self = (Tensor) this;
        if (gatun_h.gatun_addcdiv_(self.handle(), tensor1.handle(), tensor2.handle(), ScalarArgument.FLOAT, Double.doubleToRawLongBits(value)) != 0) {
            throw TorchException.in("addcdiv_", self, tensor1, tensor2);
        }
        return self;
    }

    /** {@code addcdiv_(Tensor(a!) self, Tensor tensor1, Tensor tensor2, *, Scalar value=1) -> Tensor(a!)} */
    default Tensor addcdiv_(Tensor tensor1, Tensor tensor2, long value) {
        Tensor self = (Tensor) this;
        if (gatun_h.gatun_addcdiv_(self.handle(), tensor1.handle(), tensor2.handle(), ScalarArgument.INT, value) != 0) {
            throw TorchException.in("addcdiv_", self, tensor1, tensor2);
        }
        return self;
    }

    /** {@code addcdiv_(Tensor(a!) self, Tensor tensor1, Tensor tensor2, *, Scalar value=1) -> Tensor(a!)} */
    default Tensor addcdiv_(Tensor tensor1, Tensor tensor2) {
        return addcdiv_(tensor1, tensor2, 1L);
    }
}
