// Generated from ops.txt by `make bindings`; do not edit.
package org.gatun.torch;

import java.lang.foreign.MemorySegment;
import java.util.List;
import org.gatun.torch.ffm.gatun_h;

/** Methods of {@link Tensor}: PyTorch's group "Creation". */
sealed interface CreationOperators permits Tensor {

    /** {@code empty_like(Tensor self, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor} */
    default Tensor empty_like(DType dtype, Device device, MemoryFormat memory_format) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_empty_like(self.handle(), CallArguments.scalarType(dtype), CallArguments.deviceType(device), CallArguments.deviceIndex(device), CallArguments.memoryFormat(memory_format));
        if (result == 0) {
            throw TorchException.in("empty_like", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code empty_like(Tensor self, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor} */
    default Tensor empty_like(DType dtype, Device device) {
        return empty_like(dtype, device, (MemoryFormat) null);
    }

    /** {@code empty_like(Tensor self, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor} */
    default Tensor empty_like(DType dtype) {
        return empty_like(dtype, (Device) null, (MemoryFormat) null);
    }

    /** {@code empty_like(Tensor self, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor} */
    default Tensor empty_like() {
        return empty_like((DType) null, (Device) null, (MemoryFormat) null);
    }

    /** {@code zeros_like(Tensor self, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor} */
    default Tensor zeros_like(DType dtype, Device device, MemoryFormat memory_format) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_zeros_like(self.handle(), CallArguments.scalarType(dtype), CallArguments.deviceType(device), CallArguments.deviceIndex(device), CallArguments.memoryFormat(memory_format));
        if (result == 0) {
            throw TorchException.in("zeros_like", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code zeros_like(Tensor self, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor} */
    default Tensor zeros_like(DType dtype, Device device) {
        return zeros_like(dtype, device, (MemoryFormat) null);
    }

    /** {@code zeros_like(Tensor self, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor} */
    default Tensor zeros_like(DType dtype) {
        return zeros_like(dtype, (Device) null, (MemoryFormat) null);
    }

    /** {@code zeros_like(Tensor self, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor} */
    default Tensor zeros_like() {
        return zeros_like((DType) null, (Device) null, (MemoryFormat) null);
    }

    /** {@code ones_like(Tensor self, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor} */
    default Tensor ones_like(DType dtype, Device device, MemoryFormat memory_format) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_ones_like(self.handle(), CallArguments.scalarType(dtype), CallArguments.deviceType(device), CallArguments.deviceIndex(device), CallArguments.memoryFormat(memory_format));
        if (result == 0) {
            throw TorchException.in("ones_like", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code ones_like(Tensor self, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor} */
    default Tensor ones_like(DType dtype, Device device) {
        return ones_like(dtype, device, (MemoryFormat) null);
    }

    /** {@code ones_like(Tensor self, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor} */
    default Tensor ones_like(DType dtype) {
        return ones_like(dtype, (Device) null, (MemoryFormat) null);
    }

    /** {@code ones_like(Tensor self, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor} */
    default Tensor ones_like() {
        return ones_like((DType) null, (Device) null, (MemoryFormat) null);
    }

    /** {@code full_like(Tensor self, Scalar fill_value, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor} */
    default Tensor full_like(double fill_value, DType dtype, Device device, MemoryFormat memory_format) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_full_like(self.handle(), ScalarArgument.FLOAT, Double.doubleToRawLongBits(fill_value), CallArguments.scalarType(dtype), CallArguments.deviceType(device), CallArguments.deviceIndex(device), CallArguments.memoryFormat(memory_format));
        if (result == 0) {
            throw TorchException.in("full_like", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code full_like(Tensor self, Scalar fill_value, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor} */
    default Tensor full_like(long fill_value, DType dtype, Device device, MemoryFormat memory_format) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_full_like(self.handle(), ScalarArgument.INT, fill_value, CallArguments.scalarType(dtype), CallArguments.deviceType(device), CallArguments.deviceIndex(device), CallArguments.memoryFormat(memory_format));
        if (result == 0) {
            throw TorchException.in("full_like", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code full_like(Tensor self, Scalar fill_value, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor} */
    default Tensor full_like(double fill_value, DType dtype, Device device) {
        return full_like(fill_value, dtype, device, (MemoryFormat) null);
    }

    /** {@code full_like(Tensor self, Scalar fill_value, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor} */
    default Tensor full_like(long fill_value, DType dtype, Device device) {
        return full_like(fill_value, dtype, device, (MemoryFormat) null);
    }

    /** {@code full_like(Tensor self, Scalar fill_value, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor} */
    default Tensor full_like(double fill_value, DType dtype) {
        return full_like(fill_value, dtype, (Device) null, (MemoryFormat) null);
    }

    /** {@code full_like(Tensor self, Scalar fill_value, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor} */
    default Tensor full_like(long fill_value, DType dtype) {
        return full_like(fill_value, dtype, (Device) null, (MemoryFormat) null);
    }

    /** {@code full_like(Tensor self, Scalar fill_value, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor} */
    default Tensor full_like(double fill_value) {
        return full_like(fill_value, (DType) null, (Device) null, (MemoryFormat) null);
    }

    /** {@code full_like(Tensor self, Scalar fill_value, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor} */
    default Tensor full_like(long fill_value) {
        return full_like(fill_value, (DType) null, (Device) null, (MemoryFormat) null);
    }
}
