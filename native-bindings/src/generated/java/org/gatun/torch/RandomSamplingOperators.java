// Generated from ops.txt by `make bindings`; do not edit.
package org.gatun.torch;

import java.lang.foreign.MemorySegment;
import java.util.List;
import org.gatun.torch.ffm.gatun_h;

/** Methods of {@link Tensor}: PyTorch's group "RandomSampling". */
sealed interface RandomSamplingOperators permits Tensor {

    /** {@code rand_like(Tensor self, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor} */
    default Tensor rand_like(DType dtype, Device device, MemoryFormat memory_format) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_rand_like(self.handle(), CallArguments.scalarType(dtype), CallArguments.deviceType(device), CallArguments.deviceIndex(device), CallArguments.memoryFormat(memory_format));
        if (result == 0) {
            throw TorchException.in("rand_like", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code rand_like(Tensor self, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor} */
    default Tensor rand_like(DType dtype, Device device) {
        return rand_like(dtype, device, (MemoryFormat) null);
    }

    /** {@code rand_like(Tensor self, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor} */
    default Tensor rand_like(DType dtype) {
        return rand_like(dtype, (Device) null, (MemoryFormat) null);
    }

    /** {@code rand_like(Tensor self, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor} */
    default Tensor rand_like() {
        return rand_like((DType) null, (Device) null, (MemoryFormat) null);
    }

    /** {@code randn_like(Tensor self, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor} */
    default Tensor randn_like(DType dtype, Device device, MemoryFormat memory_format) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_randn_like(self.handle(), CallArguments.scalarType(dtype), CallArguments.deviceType(device), CallArguments.deviceIndex(device), CallArguments.memoryFormat(memory_format));
        if (result == 0) {
            throw TorchException.in("randn_like", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code randn_like(Tensor self, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor} */
    default Tensor randn_like(DType dtype, Device device) {
        return randn_like(dtype, device, (MemoryFormat) null);
    }

    /** {@code randn_like(Tensor self, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor} */
    default Tensor randn_like(DType dtype) {
        return randn_like(dtype, (Device) null, (MemoryFormat) null);
    }

    /** {@code randn_like(Tensor self, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor} */
    default Tensor randn_like() {
        return randn_like((DType) null, (Device) null, (MemoryFormat) null);
    }

    /** {@code bernoulli(Tensor self, *, Generator? generator=None) -> Tensor} */
    default Tensor bernoulli() {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_bernoulli(self.handle());
        if (result == 0) {
            throw TorchException.in("bernoulli", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code bernoulli_.float(Tensor(a!) self, float p=0.5, *, Generator? generator=None) -> Tensor(a!)} */
    default Tensor bernoulli_(double p) {
        Tensor self = (Tensor) this;
        if (gatun_h.gatun_bernoulli__float(self.handle(), p) != 0) {
            throw TorchException.in("bernoulli_", self);
        }
        return self;
    }

    /** {@code bernoulli_.float(Tensor(a!) self, float p=0.5, *, Generator? generator=None) -> Tensor(a!)} */
    default Tensor bernoulli_() {
        return bernoulli_(0.5);
    }

    /** {@code exponential_(Tensor(a!) self, float lambd=1, *, Generator? generator=None) -> Tensor(a!)} */
    default Tensor exponential_(double lambd) {
        Tensor self = (Tensor) this;
        if (gatun_h.gatun_exponential_(self.handle(), lambd) != 0) {
            throw TorchException.in("exponential_", self);
        }
        return self;
    }

    /** {@code exponential_(Tensor(a!) self, float lambd=1, *, Generator? generator=None) -> Tensor(a!)} */
    default Tensor exponential_() {
        return exponential_(1.0);
    }

    /** {@code normal_(Tensor(a!) self, float mean=0, float std=1, *, Generator? generator=None) -> Tensor(a!)} */
    default Tensor normal_(double mean, double std) {
        Tensor self = (Tensor) this;
        if (gatun_h.gatun_normal_(self.handle(), mean, std) != 0) {
            throw TorchException.in("normal_", self);
        }
        return self;
    }

    /** {@code normal_(Tensor(a!) self, float mean=0, float std=1, *, Generator? generator=None) -> Tensor(a!)} */
    default Tensor normal_(double mean) {
        return normal_(mean, 1.0);
    }

    /** {@code normal_(Tensor(a!) self, float mean=0, float std=1, *, Generator? generator=None) -> Tensor(a!)} */
    default Tensor normal_() {
        return normal_(0.0, 1.0);
    }

    /** {@code uniform_(Tensor(a!) self, float from=0, float to=1, *, Generator? generator=None) -> Tensor(a!)} */
    default Tensor uniform_(double from, double to) {
        Tensor self = (Tensor) this;
        if (gatun_h.gatun_uniform_(self.handle(), from, to) != 0) {
            throw TorchException.in("uniform_", self);
        }
        return self;
    }

    /** {@code uniform_(Tensor(a!) self, float from=0, float to=1, *, Generator? generator=None) -> Tensor(a!)} */
    default Tensor uniform_(double from) {
        return uniform_(from, 1.0);
    }

    /** {@code uniform_(Tensor(a!) self, float from=0, float to=1, *, Generator? generator=None) -> Tensor(a!)} */
    default Tensor uniform_() {
        return uniform_(0.0, 1.0);
    }
}
