// Generated from ops.txt by `make bindings`; do not edit.
package org.gatun.torch;

import java.lang.foreign.MemorySegment;
import java.util.List;
import org.gatun.torch.ffm.gatun_h;

/**
 * PyTorch's functions that are no methods of a tensor: {@code torch.cat}, {@code torch.conv2d} and so on, under PyTorch's
 * names, with the arguments of the ATen schema that each method names. A tensor that a function returns belongs to the
 * innermost open {@link TensorScope} of the calling thread, or to the caller when there is none.
 */
public final class Torch {

    static {
        LibTorch.load();
    }

    private Torch() {}

    /** {@code empty.memory_format(SymInt[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor} */
    public static Tensor empty(long[] size, DType dtype, Device device, MemoryFormat memory_format) {
        CallArguments memory = CallArguments.begin();
        long result = gatun_h.gatun_empty_memory_format(memory.longs(size), size.length, CallArguments.scalarType(dtype), CallArguments.deviceType(device), CallArguments.deviceIndex(device), CallArguments.memoryFormat(memory_format));
        if (result == 0) {
            throw TorchException.in("empty");
        }
        return Tensor.adopt(result);
    }

    /** {@code empty.memory_format(SymInt[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor} */
    public static Tensor empty(long[] size, DType dtype, Device device) {
        return empty(size, dtype, device, (MemoryFormat) null);
    }

    /** {@code empty.memory_format(SymInt[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor} */
    public static Tensor empty(long[] size, DType dtype) {
        return empty(size, dtype, (Device) null, (MemoryFormat) null);
    }

    /** {@code empty.memory_format(SymInt[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor} */
    public static Tensor empty(long... size) {
        return empty(size, (DType) null, (Device) null, (MemoryFormat) null);
    }

    /** {@code zeros(SymInt[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor} */
    public static Tensor zeros(long[] size, DType dtype, Device device) {
        CallArguments memory = CallArguments.begin();
        long result = gatun_h.gatun_zeros(memory.longs(size), size.length, CallArguments.scalarType(dtype), CallArguments.deviceType(device), CallArguments.deviceIndex(device));
        if (result == 0) {
            throw TorchException.in("zeros");
        }
        return Tensor.adopt(result);
    }

    /** {@code zeros(SymInt[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor} */
    public static Tensor zeros(long[] size, DType dtype) {
        return zeros(size, dtype, (Device) null);
    }

    /** {@code zeros(SymInt[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor} */
    public static Tensor zeros(long... size) {
        return zeros(size, (DType) null, (Device) null);
    }

    /** {@code ones(SymInt[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor} */
    public static Tensor ones(long[] size, DType dtype, Device device) {
        CallArguments memory = CallArguments.begin();
        long result = gatun_h.gatun_ones(memory.longs(size), size.length, CallArguments.scalarType(dtype), CallArguments.deviceType(device), CallArguments.deviceIndex(device));
        if (result == 0) {
            throw TorchException.in("ones");
        }
        return Tensor.adopt(result);
    }

    /** {@code ones(SymInt[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor} */
    public static Tensor ones(long[] size, DType dtype) {
        return ones(size, dtype, (Device) null);
    }

    /** {@code ones(SymInt[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor} */
    public static Tensor ones(long... size) {
        return ones(size, (DType) null, (Device) null);
    }

    /** {@code full(SymInt[] size, Scalar fill_value, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor} */
    public static Tensor full(long[] size, double fill_value, DType dtype, Device device) {
        CallArguments memory = CallArguments.begin();
        long result = gatun_h.gatun_full(memory.longs(size), size.length, ScalarArgument.FLOAT, Double.doubleToRawLongBits(fill_value), CallArguments.scalarType(dtype), CallArguments.deviceType(device), CallArguments.deviceIndex(device));
        if (result == 0) {
            throw TorchException.in("full");
        }
        return Tensor.adopt(result);
    }

    /** {@code full(SymInt[] size, Scalar fill_value, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor} */
    public static Tensor full(long[] size, long fill_value, DType dtype, Device device) {
        CallArguments memory = CallArguments.begin();
        long result = gatun_h.gatun_full(memory.longs(size), size.length, ScalarArgument.INT, fill_value, CallArguments.scalarType(dtype), CallArguments.deviceType(device), CallArguments.deviceIndex(device));
        if (result == 0) {
            throw TorchException.in("full");
        }
        return Tensor.adopt(result);
    }

    /** {@code full(SymInt[] size, Scalar fill_value, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor} */
    public static Tensor full(long[] size, double fill_value, DType dtype) {
        return full(size, fill_value, dtype, (Device) null);
    }

    /** {@code full(SymInt[] size, Scalar fill_value, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor} */
    public static Tensor full(long[] size, long fill_value, DType dtype) {
        return full(size, fill_value, dtype, (Device) null);
    }

    /** {@code full(SymInt[] size, Scalar fill_value, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor} */
    public static Tensor full(long[] size, double fill_value) {
        return full(size, fill_value, (DType) null, (Device) null);
    }

    /** {@code full(SymInt[] size, Scalar fill_value, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor} */
    public static Tensor full(long[] size, long fill_value) {
        return full(size, fill_value, (DType) null, (Device) null);
    }

    /** {@code arange(Scalar end, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor} */
    public static Tensor arange(double end, DType dtype, Device device) {
        long result = gatun_h.gatun_arange(ScalarArgument.FLOAT, Double.doubleToRawLongBits(end), CallArguments.scalarType(dtype), CallArguments.deviceType(device), CallArguments.deviceIndex(device));
        if (result == 0) {
            throw TorchException.in("arange");
        }
        return Tensor.adopt(result);
    }

    /** {@code arange(Scalar end, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor} */
    public static Tensor arange(long end, DType dtype, Device device) {
        long result = gatun_h.gatun_arange(ScalarArgument.INT, end, CallArguments.scalarType(dtype), CallArguments.deviceType(device), CallArguments.deviceIndex(device));
        if (result == 0) {
            throw TorchException.in("arange");
        }
        return Tensor.adopt(result);
    }

    /** {@code arange(Scalar end, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor} */
    public static Tensor arange(double end, DType dtype) {
        return arange(end, dtype, (Device) null);
    }

    /** {@code arange(Scalar end, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor} */
    public static Tensor arange(long end, DType dtype) {
        return arange(end, dtype, (Device) null);
    }

    /** {@code arange(Scalar end, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor} */
    public static Tensor arange(double end) {
        return arange(end, (DType) null, (Device) null);
    }

    /** {@code arange(Scalar end, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor} */
    public static Tensor arange(long end) {
        return arange(end, (DType) null, (Device) null);
    }

    /** {@code arange.start(Scalar start, Scalar end, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor} */
    public static Tensor arange(double start, double end, DType dtype, Device device) {
        long result = gatun_h.gatun_arange_start(ScalarArgument.FLOAT, Double.doubleToRawLongBits(start), ScalarArgument.FLOAT, Double.doubleToRawLongBits(end), CallArguments.scalarType(dtype), CallArguments.deviceType(device), CallArguments.deviceIndex(device));
        if (result == 0) {
            throw TorchException.in("arange");
        }
        return Tensor.adopt(result);
    }

    /** {@code arange.start(Scalar start, Scalar end, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor} */
    public static Tensor arange(long start, long end, DType dtype, Device device) {
        long result = gatun_h.gatun_arange_start(ScalarArgument.INT, start, ScalarArgument.INT, end, CallArguments.scalarType(dtype), CallArguments.deviceType(device), CallArguments.deviceIndex(device));
        if (result == 0) {
            throw TorchException.in("arange");
        }
        return Tensor.adopt(result);
    }

    /** {@code arange.start(Scalar start, Scalar end, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor} */
    public static Tensor arange(double start, double end, DType dtype) {
        return arange(start, end, dtype, (Device) null);
    }

    /** {@code arange.start(Scalar start, Scalar end, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor} */
    public static Tensor arange(long start, long end, DType dtype) {
        return arange(start, end, dtype, (Device) null);
    }

    /** {@code arange.start(Scalar start, Scalar end, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor} */
    public static Tensor arange(double start, double end) {
        return arange(start, end, (DType) null, (Device) null);
    }

    /** {@code arange.start(Scalar start, Scalar end, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor} */
    public static Tensor arange(long start, long end) {
        return arange(start, end, (DType) null, (Device) null);
    }

    /** {@code arange.start_step(Scalar start, Scalar end, Scalar step=1, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor} */
    public static Tensor arange(double start, double end, double step, DType dtype, Device device) {
        long result = gatun_h.gatun_arange_start_step(ScalarArgument.FLOAT, Double.doubleToRawLongBits(start), ScalarArgument.FLOAT, Double.doubleToRawLongBits(end), ScalarArgument.FLOAT, Double.doubleToRawLongBits(step), CallArguments.scalarType(dtype), CallArguments.deviceType(device), CallArguments.deviceIndex(device));
        if (result == 0) {
            throw TorchException.in("arange");
        }
        return Tensor.adopt(result);
    }

    /** {@code arange.start_step(Scalar start, Scalar end, Scalar step=1, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor} */
    public static Tensor arange(long start, long end, long step, DType dtype, Device device) {
        long result = gatun_h.gatun_arange_start_step(ScalarArgument.INT, start, ScalarArgument.INT, end, ScalarArgument.INT, step, CallArguments.scalarType(dtype), CallArguments.deviceType(device), CallArguments.deviceIndex(device));
        if (result == 0) {
            throw TorchException.in("arange");
        }
        return Tensor.adopt(result);
    }

    /** {@code arange.start_step(Scalar start, Scalar end, Scalar step=1, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor} */
    public static Tensor arange(double start, double end, double step, DType dtype) {
        return arange(start, end, step, dtype, (Device) null);
    }

    /** {@code arange.start_step(Scalar start, Scalar end, Scalar step=1, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor} */
    public static Tensor arange(long start, long end, long step, DType dtype) {
        return arange(start, end, step, dtype, (Device) null);
    }

    /** {@code arange.start_step(Scalar start, Scalar end, Scalar step=1, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor} */
    public static Tensor arange(double start, double end, double step) {
        return arange(start, end, step, (DType) null, (Device) null);
    }

    /** {@code arange.start_step(Scalar start, Scalar end, Scalar step=1, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor} */
    public static Tensor arange(long start, long end, long step) {
        return arange(start, end, step, (DType) null, (Device) null);
    }

    /** {@code cat(Tensor[] tensors, int dim=0) -> Tensor} */
    public static Tensor cat(List<Tensor> tensors, long dim) {
        CallArguments memory = CallArguments.begin();
        long result = gatun_h.gatun_cat(memory.handles(tensors), tensors.size(), dim);
        if (result == 0) {
            throw TorchException.in("cat", tensors);
        }
        return Tensor.adopt(result);
    }

    /** {@code cat(Tensor[] tensors, int dim=0) -> Tensor} */
    public static Tensor cat(List<Tensor> tensors) {
        return cat(tensors, 0L);
    }

    /** {@code stack(Tensor[] tensors, int dim=0) -> Tensor} */
    public static Tensor stack(List<Tensor> tensors, long dim) {
        CallArguments memory = CallArguments.begin();
        long result = gatun_h.gatun_stack(memory.handles(tensors), tensors.size(), dim);
        if (result == 0) {
            throw TorchException.in("stack", tensors);
        }
        return Tensor.adopt(result);
    }

    /** {@code stack(Tensor[] tensors, int dim=0) -> Tensor} */
    public static Tensor stack(List<Tensor> tensors) {
        return stack(tensors, 0L);
    }

    /** {@code where.self(Tensor condition, Tensor self, Tensor other) -> Tensor} */
    public static Tensor where(Tensor condition, Tensor self, Tensor other) {
        long result = gatun_h.gatun_where_self(condition.handle(), self.handle(), other.handle());
        if (result == 0) {
            throw TorchException.in("where", condition, self, other);
        }
        return Tensor.adopt(result);
    }

    /** {@code where.ScalarOther(Tensor condition, Tensor self, Scalar other) -> Tensor} */
    public static Tensor where(Tensor condition, Tensor self, double other) {
        long result = gatun_h.gatun_where_ScalarOther(condition.handle(), self.handle(), ScalarArgument.FLOAT, Double.doubleToRawLongBits(other));
        if (result == 0) {
            throw TorchException.in("where", condition, self);
        }
        return Tensor.adopt(result);
    }

    /** {@code where.ScalarOther(Tensor condition, Tensor self, Scalar other) -> Tensor} */
    public static Tensor where(Tensor condition, Tensor self, long other) {
        long result = gatun_h.gatun_where_ScalarOther(condition.handle(), self.handle(), ScalarArgument.INT, other);
        if (result == 0) {
            throw TorchException.in("where", condition, self);
        }
        return Tensor.adopt(result);
    }

    /** {@code where.ScalarSelf(Tensor condition, Scalar self, Tensor other) -> Tensor} */
    public static Tensor where(Tensor condition, double self, Tensor other) {
        long result = gatun_h.gatun_where_ScalarSelf(condition.handle(), ScalarArgument.FLOAT, Double.doubleToRawLongBits(self), other.handle());
        if (result == 0) {
            throw TorchException.in("where", condition, other);
        }
        return Tensor.adopt(result);
    }

    /** {@code where.ScalarSelf(Tensor condition, Scalar self, Tensor other) -> Tensor} */
    public static Tensor where(Tensor condition, long self, Tensor other) {
        long result = gatun_h.gatun_where_ScalarSelf(condition.handle(), ScalarArgument.INT, self, other.handle());
        if (result == 0) {
            throw TorchException.in("where", condition, other);
        }
        return Tensor.adopt(result);
    }

    /** {@code where.Scalar(Tensor condition, Scalar self, Scalar other) -> Tensor} */
    public static Tensor where(Tensor condition, double self, double other) {
        long result = gatun_h.gatun_where_Scalar(condition.handle(), ScalarArgument.FLOAT, Double.doubleToRawLongBits(self), ScalarArgument.FLOAT, Double.doubleToRawLongBits(other));
        if (result == 0) {
            throw TorchException.in("where", condition);
        }
        return Tensor.adopt(result);
    }

    /** {@code where.Scalar(Tensor condition, Scalar self, Scalar other) -> Tensor} */
    public static Tensor where(Tensor condition, long self, long other) {
        long result = gatun_h.gatun_where_Scalar(condition.handle(), ScalarArgument.INT, self, ScalarArgument.INT, other);
        if (result == 0) {
            throw TorchException.in("where", condition);
        }
        return Tensor.adopt(result);
    }

    /** {@code rand(SymInt[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor} */
    public static Tensor rand(long[] size, DType dtype, Device device) {
        CallArguments memory = CallArguments.begin();
        long result = gatun_h.gatun_rand(memory.longs(size), size.length, CallArguments.scalarType(dtype), CallArguments.deviceType(device), CallArguments.deviceIndex(device));
        if (result == 0) {
            throw TorchException.in("rand");
        }
        return Tensor.adopt(result);
    }

    /** {@code rand(SymInt[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor} */
    public static Tensor rand(long[] size, DType dtype) {
        return rand(size, dtype, (Device) null);
    }

    /** {@code rand(SymInt[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor} */
    public static Tensor rand(long... size) {
        return rand(size, (DType) null, (Device) null);
    }

    /** {@code randn(SymInt[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor} */
    public static Tensor randn(long[] size, DType dtype, Device device) {
        CallArguments memory = CallArguments.begin();
        long result = gatun_h.gatun_randn(memory.longs(size), size.length, CallArguments.scalarType(dtype), CallArguments.deviceType(device), CallArguments.deviceIndex(device));
        if (result == 0) {
            throw TorchException.in("randn");
        }
        return Tensor.adopt(result);
    }

    /** {@code randn(SymInt[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor} */
    public static Tensor randn(long[] size, DType dtype) {
        return randn(size, dtype, (Device) null);
    }

    /** {@code randn(SymInt[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor} */
    public static Tensor randn(long... size) {
        return randn(size, (DType) null, (Device) null);
    }

    /** {@code randint(SymInt high, SymInt[] size, *, ScalarType? dtype=long, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor} */
    public static Tensor randint(long high, long[] size, DType dtype, Device device) {
        CallArguments memory = CallArguments.begin();
        long result = gatun_h.gatun_randint(high, memory.longs(size), size.length, CallArguments.scalarType(dtype), CallArguments.deviceType(device), CallArguments.deviceIndex(device));
        if (result == 0) {
            throw TorchException.in("randint");
        }
        return Tensor.adopt(result);
    }

    /** {@code randint(SymInt high, SymInt[] size, *, ScalarType? dtype=long, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor} */
    public static Tensor randint(long high, long[] size, DType dtype) {
        return randint(high, size, dtype, (Device) null);
    }

    /** {@code randint(SymInt high, SymInt[] size, *, ScalarType? dtype=long, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor} */
    public static Tensor randint(long high, long[] size) {
        return randint(high, size, DType.INT64, (Device) null);
    }

    /** {@code randint.low(SymInt low, SymInt high, SymInt[] size, *, ScalarType? dtype=long, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor} */
    public static Tensor randint(long low, long high, long[] size, DType dtype, Device device) {
        CallArguments memory = CallArguments.begin();
        long result = gatun_h.gatun_randint_low(low, high, memory.longs(size), size.length, CallArguments.scalarType(dtype), CallArguments.deviceType(device), CallArguments.deviceIndex(device));
        if (result == 0) {
            throw TorchException.in("randint");
        }
        return Tensor.adopt(result);
    }

    /** {@code randint.low(SymInt low, SymInt high, SymInt[] size, *, ScalarType? dtype=long, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor} */
    public static Tensor randint(long low, long high, long[] size, DType dtype) {
        return randint(low, high, size, dtype, (Device) null);
    }

    /** {@code randint.low(SymInt low, SymInt high, SymInt[] size, *, ScalarType? dtype=long, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor} */
    public static Tensor randint(long low, long high, long[] size) {
        return randint(low, high, size, DType.INT64, (Device) null);
    }

    /** {@code randperm(SymInt n, *, ScalarType? dtype=long, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor} */
    public static Tensor randperm(long n, DType dtype, Device device) {
        long result = gatun_h.gatun_randperm(n, CallArguments.scalarType(dtype), CallArguments.deviceType(device), CallArguments.deviceIndex(device));
        if (result == 0) {
            throw TorchException.in("randperm");
        }
        return Tensor.adopt(result);
    }

    /** {@code randperm(SymInt n, *, ScalarType? dtype=long, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor} */
    public static Tensor randperm(long n, DType dtype) {
        return randperm(n, dtype, (Device) null);
    }

    /** {@code randperm(SymInt n, *, ScalarType? dtype=long, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor} */
    public static Tensor randperm(long n) {
        return randperm(n, DType.INT64, (Device) null);
    }

    /** {@code dropout(Tensor input, float p, bool train) -> Tensor} */
    public static Tensor dropout(Tensor input, double p, boolean train) {
        long result = gatun_h.gatun_dropout(input.handle(), p, train ? 1 : 0);
        if (result == 0) {
            throw TorchException.in("dropout", input);
        }
        return Tensor.adopt(result);
    }

    /** {@code einsum(str equation, Tensor[] tensors, *, int[]? path=None) -> Tensor} */
    public static Tensor einsum(String equation, List<Tensor> tensors, long... path) {
        CallArguments memory = CallArguments.begin();
        long result = gatun_h.gatun_einsum(memory.string(equation), memory.handles(tensors), tensors.size(), memory.longsOrAbsent(path), path == null ? 0 : path.length);
        if (result == 0) {
            throw TorchException.in("einsum", tensors);
        }
        return Tensor.adopt(result);
    }

    /** {@code einsum(str equation, Tensor[] tensors, *, int[]? path=None) -> Tensor} */
    public static Tensor einsum(String equation, List<Tensor> tensors) {
        return einsum(equation, tensors, (long[]) null);
    }

    /** {@code cdist(Tensor x1, Tensor x2, float p=2, int? compute_mode=None) -> Tensor} */
    public static Tensor cdist(Tensor x1, Tensor x2, double p, Long compute_mode) {
        long result = gatun_h.gatun_cdist(x1.handle(), x2.handle(), p, compute_mode == null ? 0 : compute_mode, compute_mode == null ? 0 : 1);
        if (result == 0) {
            throw TorchException.in("cdist", x1, x2);
        }
        return Tensor.adopt(result);
    }

    /** {@code cdist(Tensor x1, Tensor x2, float p=2, int? compute_mode=None) -> Tensor} */
    public static Tensor cdist(Tensor x1, Tensor x2, double p, long compute_mode) {
        return cdist(x1, x2, p, (Long) compute_mode);
    }

    /** {@code cdist(Tensor x1, Tensor x2, float p=2, int? compute_mode=None) -> Tensor} */
    public static Tensor cdist(Tensor x1, Tensor x2, double p) {
        return cdist(x1, x2, p, (Long) null);
    }

    /** {@code cdist(Tensor x1, Tensor x2, float p=2, int? compute_mode=None) -> Tensor} */
    public static Tensor cdist(Tensor x1, Tensor x2) {
        return cdist(x1, x2, 2.0, (Long) null);
    }

    /** {@code linear(Tensor input, Tensor weight, Tensor? bias=None) -> Tensor} */
    public static Tensor linear(Tensor input, Tensor weight, Tensor bias) {
        long result = gatun_h.gatun_linear(input.handle(), weight.handle(), Tensor.handleOrAbsent(bias));
        if (result == 0) {
            throw TorchException.in("linear", input, weight, bias);
        }
        return Tensor.adopt(result);
    }

    /** {@code linear(Tensor input, Tensor weight, Tensor? bias=None) -> Tensor} */
    public static Tensor linear(Tensor input, Tensor weight) {
        return linear(input, weight, (Tensor) null);
    }

    /** {@code conv2d(Tensor input, Tensor weight, Tensor? bias=None, SymInt[2] stride=1, SymInt[2] padding=0, SymInt[2] dilation=1, SymInt groups=1) -> Tensor} */
    public static Tensor conv2d(Tensor input, Tensor weight, Tensor bias, long[] stride, long[] padding, long[] dilation, long groups) {
        long result = gatun_h.gatun_conv2d(input.handle(), weight.handle(), Tensor.handleOrAbsent(bias), CallArguments.element(stride, 0, 2), CallArguments.element(stride, 1, 2), CallArguments.element(padding, 0, 2), CallArguments.element(padding, 1, 2), CallArguments.element(dilation, 0, 2), CallArguments.element(dilation, 1, 2), groups);
        if (result == 0) {
            throw TorchException.in("conv2d", input, weight, bias);
        }
        return Tensor.adopt(result);
    }

    /** {@code conv2d(Tensor input, Tensor weight, Tensor? bias=None, SymInt[2] stride=1, SymInt[2] padding=0, SymInt[2] dilation=1, SymInt groups=1) -> Tensor} */
    public static Tensor conv2d(Tensor input, Tensor weight, Tensor bias, long[] stride, long[] padding, long[] dilation) {
        return conv2d(input, weight, bias, stride, padding, dilation, 1L);
    }

    /** {@code conv2d(Tensor input, Tensor weight, Tensor? bias=None, SymInt[2] stride=1, SymInt[2] padding=0, SymInt[2] dilation=1, SymInt groups=1) -> Tensor} */
    public static Tensor conv2d(Tensor input, Tensor weight, Tensor bias, long[] stride, long[] padding) {
        return conv2d(input, weight, bias, stride, padding, new long[] {1}, 1L);
    }

    /** {@code conv2d(Tensor input, Tensor weight, Tensor? bias=None, SymInt[2] stride=1, SymInt[2] padding=0, SymInt[2] dilation=1, SymInt groups=1) -> Tensor} */
    public static Tensor conv2d(Tensor input, Tensor weight, Tensor bias, long[] stride) {
        return conv2d(input, weight, bias, stride, new long[] {0}, new long[] {1}, 1L);
    }

    /** {@code conv2d(Tensor input, Tensor weight, Tensor? bias=None, SymInt[2] stride=1, SymInt[2] padding=0, SymInt[2] dilation=1, SymInt groups=1) -> Tensor} */
    public static Tensor conv2d(Tensor input, Tensor weight, Tensor bias) {
        return conv2d(input, weight, bias, new long[] {1}, new long[] {0}, new long[] {1}, 1L);
    }

    /** {@code conv2d(Tensor input, Tensor weight, Tensor? bias=None, SymInt[2] stride=1, SymInt[2] padding=0, SymInt[2] dilation=1, SymInt groups=1) -> Tensor} */
    public static Tensor conv2d(Tensor input, Tensor weight) {
        return conv2d(input, weight, (Tensor) null, new long[] {1}, new long[] {0}, new long[] {1}, 1L);
    }

    /** {@code conv_transpose2d.input(Tensor input, Tensor weight, Tensor? bias=None, SymInt[2] stride=1, SymInt[2] padding=0, SymInt[2] output_padding=0, SymInt groups=1, SymInt[2] dilation=1) -> Tensor} */
    public static Tensor conv_transpose2d(Tensor input, Tensor weight, Tensor bias, long[] stride, long[] padding, long[] output_padding, long groups, long[] dilation) {
        long result = gatun_h.gatun_conv_transpose2d_input(input.handle(), weight.handle(), Tensor.handleOrAbsent(bias), CallArguments.element(stride, 0, 2), CallArguments.element(stride, 1, 2), CallArguments.element(padding, 0, 2), CallArguments.element(padding, 1, 2), CallArguments.element(output_padding, 0, 2), CallArguments.element(output_padding, 1, 2), groups, CallArguments.element(dilation, 0, 2), CallArguments.element(dilation, 1, 2));
        if (result == 0) {
            throw TorchException.in("conv_transpose2d", input, weight, bias);
        }
        return Tensor.adopt(result);
    }

    /** {@code conv_transpose2d.input(Tensor input, Tensor weight, Tensor? bias=None, SymInt[2] stride=1, SymInt[2] padding=0, SymInt[2] output_padding=0, SymInt groups=1, SymInt[2] dilation=1) -> Tensor} */
    public static Tensor conv_transpose2d(Tensor input, Tensor weight, Tensor bias, long[] stride, long[] padding, long[] output_padding, long groups) {
        return conv_transpose2d(input, weight, bias, stride, padding, output_padding, groups, new long[] {1});
    }

    /** {@code conv_transpose2d.input(Tensor input, Tensor weight, Tensor? bias=None, SymInt[2] stride=1, SymInt[2] padding=0, SymInt[2] output_padding=0, SymInt groups=1, SymInt[2] dilation=1) -> Tensor} */
    public static Tensor conv_transpose2d(Tensor input, Tensor weight, Tensor bias, long[] stride, long[] padding, long[] output_padding) {
        return conv_transpose2d(input, weight, bias, stride, padding, output_padding, 1L, new long[] {1});
    }

    /** {@code conv_transpose2d.input(Tensor input, Tensor weight, Tensor? bias=None, SymInt[2] stride=1, SymInt[2] padding=0, SymInt[2] output_padding=0, SymInt groups=1, SymInt[2] dilation=1) -> Tensor} */
    public static Tensor conv_transpose2d(Tensor input, Tensor weight, Tensor bias, long[] stride, long[] padding) {
        return conv_transpose2d(input, weight, bias, stride, padding, new long[] {0}, 1L, new long[] {1});
    }

    /** {@code conv_transpose2d.input(Tensor input, Tensor weight, Tensor? bias=None, SymInt[2] stride=1, SymInt[2] padding=0, SymInt[2] output_padding=0, SymInt groups=1, SymInt[2] dilation=1) -> Tensor} */
    public static Tensor conv_transpose2d(Tensor input, Tensor weight, Tensor bias, long[] stride) {
        return conv_transpose2d(input, weight, bias, stride, new long[] {0}, new long[] {0}, 1L, new long[] {1});
    }

    /** {@code conv_transpose2d.input(Tensor input, Tensor weight, Tensor? bias=None, SymInt[2] stride=1, SymInt[2] padding=0, SymInt[2] output_padding=0, SymInt groups=1, SymInt[2] dilation=1) -> Tensor} */
    public static Tensor conv_transpose2d(Tensor input, Tensor weight, Tensor bias) {
        return conv_transpose2d(input, weight, bias, new long[] {1}, new long[] {0}, new long[] {0}, 1L, new long[] {1});
    }

    /** {@code conv_transpose2d.input(Tensor input, Tensor weight, Tensor? bias=None, SymInt[2] stride=1, SymInt[2] padding=0, SymInt[2] output_padding=0, SymInt groups=1, SymInt[2] dilation=1) -> Tensor} */
    public static Tensor conv_transpose2d(Tensor input, Tensor weight) {
        return conv_transpose2d(input, weight, (Tensor) null, new long[] {1}, new long[] {0}, new long[] {0}, 1L, new long[] {1});
    }

    /** {@code group_norm(Tensor input, int num_groups, Tensor? weight=None, Tensor? bias=None, float eps=1e-05, bool cudnn_enabled=True) -> Tensor} */
    public static Tensor group_norm(Tensor input, long num_groups, Tensor weight, Tensor bias, double eps, boolean cudnn_enabled) {
        long result = gatun_h.gatun_group_norm(input.handle(), num_groups, Tensor.handleOrAbsent(weight), Tensor.handleOrAbsent(bias), eps, cudnn_enabled ? 1 : 0);
        if (result == 0) {
            throw TorchException.in("group_norm", input, weight, bias);
        }
        return Tensor.adopt(result);
    }

    /** {@code group_norm(Tensor input, int num_groups, Tensor? weight=None, Tensor? bias=None, float eps=1e-05, bool cudnn_enabled=True) -> Tensor} */
    public static Tensor group_norm(Tensor input, long num_groups, Tensor weight, Tensor bias, double eps) {
        return group_norm(input, num_groups, weight, bias, eps, true);
    }

    /** {@code group_norm(Tensor input, int num_groups, Tensor? weight=None, Tensor? bias=None, float eps=1e-05, bool cudnn_enabled=True) -> Tensor} */
    public static Tensor group_norm(Tensor input, long num_groups, Tensor weight, Tensor bias) {
        return group_norm(input, num_groups, weight, bias, 1e-05, true);
    }

    /** {@code group_norm(Tensor input, int num_groups, Tensor? weight=None, Tensor? bias=None, float eps=1e-05, bool cudnn_enabled=True) -> Tensor} */
    public static Tensor group_norm(Tensor input, long num_groups, Tensor weight) {
        return group_norm(input, num_groups, weight, (Tensor) null, 1e-05, true);
    }

    /** {@code group_norm(Tensor input, int num_groups, Tensor? weight=None, Tensor? bias=None, float eps=1e-05, bool cudnn_enabled=True) -> Tensor} */
    public static Tensor group_norm(Tensor input, long num_groups) {
        return group_norm(input, num_groups, (Tensor) null, (Tensor) null, 1e-05, true);
    }

    /** {@code layer_norm(Tensor input, SymInt[] normalized_shape, Tensor? weight=None, Tensor? bias=None, float eps=1e-05, bool cudnn_enable=True) -> Tensor} */
    public static Tensor layer_norm(Tensor input, long[] normalized_shape, Tensor weight, Tensor bias, double eps, boolean cudnn_enable) {
        CallArguments memory = CallArguments.begin();
        long result = gatun_h.gatun_layer_norm(input.handle(), memory.longs(normalized_shape), normalized_shape.length, Tensor.handleOrAbsent(weight), Tensor.handleOrAbsent(bias), eps, cudnn_enable ? 1 : 0);
        if (result == 0) {
            throw TorchException.in("layer_norm", input, weight, bias);
        }
        return Tensor.adopt(result);
    }

    /** {@code layer_norm(Tensor input, SymInt[] normalized_shape, Tensor? weight=None, Tensor? bias=None, float eps=1e-05, bool cudnn_enable=True) -> Tensor} */
    public static Tensor layer_norm(Tensor input, long[] normalized_shape, Tensor weight, Tensor bias, double eps) {
        return layer_norm(input, normalized_shape, weight, bias, eps, true);
    }

    /** {@code layer_norm(Tensor input, SymInt[] normalized_shape, Tensor? weight=None, Tensor? bias=None, float eps=1e-05, bool cudnn_enable=True) -> Tensor} */
    public static Tensor layer_norm(Tensor input, long[] normalized_shape, Tensor weight, Tensor bias) {
        return layer_norm(input, normalized_shape, weight, bias, 1e-05, true);
    }

    /** {@code layer_norm(Tensor input, SymInt[] normalized_shape, Tensor? weight=None, Tensor? bias=None, float eps=1e-05, bool cudnn_enable=True) -> Tensor} */
    public static Tensor layer_norm(Tensor input, long[] normalized_shape, Tensor weight) {
        return layer_norm(input, normalized_shape, weight, (Tensor) null, 1e-05, true);
    }

    /** {@code layer_norm(Tensor input, SymInt[] normalized_shape, Tensor? weight=None, Tensor? bias=None, float eps=1e-05, bool cudnn_enable=True) -> Tensor} */
    public static Tensor layer_norm(Tensor input, long... normalized_shape) {
        return layer_norm(input, normalized_shape, (Tensor) null, (Tensor) null, 1e-05, true);
    }

    /** {@code batch_norm(Tensor input, Tensor? weight, Tensor? bias, Tensor? running_mean, Tensor? running_var, bool training, float momentum, float eps, bool cudnn_enabled) -> Tensor} */
    public static Tensor batch_norm(Tensor input, Tensor weight, Tensor bias, Tensor running_mean, Tensor running_var, boolean training, double momentum, double eps, boolean cudnn_enabled) {
        long result = gatun_h.gatun_batch_norm(input.handle(), Tensor.handleOrAbsent(weight), Tensor.handleOrAbsent(bias), Tensor.handleOrAbsent(running_mean), Tensor.handleOrAbsent(running_var), training ? 1 : 0, momentum, eps, cudnn_enabled ? 1 : 0);
        if (result == 0) {
            throw TorchException.in("batch_norm", input, weight, bias, running_mean, running_var);
        }
        return Tensor.adopt(result);
    }

    /** {@code rms_norm(Tensor input, SymInt[] normalized_shape, Tensor? weight=None, float? eps=None) -> Tensor} */
    public static Tensor rms_norm(Tensor input, long[] normalized_shape, Tensor weight, Double eps) {
        CallArguments memory = CallArguments.begin();
        long result = gatun_h.gatun_rms_norm(input.handle(), memory.longs(normalized_shape), normalized_shape.length, Tensor.handleOrAbsent(weight), eps == null ? 0.0 : eps, eps == null ? 0 : 1);
        if (result == 0) {
            throw TorchException.in("rms_norm", input, weight);
        }
        return Tensor.adopt(result);
    }

    /** {@code rms_norm(Tensor input, SymInt[] normalized_shape, Tensor? weight=None, float? eps=None) -> Tensor} */
    public static Tensor rms_norm(Tensor input, long[] normalized_shape, Tensor weight, double eps) {
        return rms_norm(input, normalized_shape, weight, (Double) eps);
    }

    /** {@code rms_norm(Tensor input, SymInt[] normalized_shape, Tensor? weight=None, float? eps=None) -> Tensor} */
    public static Tensor rms_norm(Tensor input, long[] normalized_shape, Tensor weight) {
        return rms_norm(input, normalized_shape, weight, (Double) null);
    }

    /** {@code rms_norm(Tensor input, SymInt[] normalized_shape, Tensor? weight=None, float? eps=None) -> Tensor} */
    public static Tensor rms_norm(Tensor input, long... normalized_shape) {
        return rms_norm(input, normalized_shape, (Tensor) null, (Double) null);
    }

    /** {@code embedding(Tensor weight, Tensor indices, SymInt padding_idx=-1, bool scale_grad_by_freq=False, bool sparse=False) -> Tensor} */
    public static Tensor embedding(Tensor weight, Tensor indices, long padding_idx, boolean scale_grad_by_freq) {
        long result = gatun_h.gatun_embedding(weight.handle(), indices.handle(), padding_idx, scale_grad_by_freq ? 1 : 0);
        if (result == 0) {
            throw TorchException.in("embedding", weight, indices);
        }
        return Tensor.adopt(result);
    }

    /** {@code embedding(Tensor weight, Tensor indices, SymInt padding_idx=-1, bool scale_grad_by_freq=False, bool sparse=False) -> Tensor} */
    public static Tensor embedding(Tensor weight, Tensor indices, long padding_idx) {
        return embedding(weight, indices, padding_idx, false);
    }

    /** {@code embedding(Tensor weight, Tensor indices, SymInt padding_idx=-1, bool scale_grad_by_freq=False, bool sparse=False) -> Tensor} */
    public static Tensor embedding(Tensor weight, Tensor indices) {
        return embedding(weight, indices, -1L, false);
    }

    /** {@code scaled_dot_product_attention(Tensor query, Tensor key, Tensor value, Tensor? attn_mask=None, float dropout_p=0.0, bool is_causal=False, *, float? scale=None, bool enable_gqa=False) -> Tensor} */
    public static Tensor scaled_dot_product_attention(Tensor query, Tensor key, Tensor value, Tensor attn_mask, double dropout_p, boolean is_causal, Double scale, boolean enable_gqa) {
        long result = gatun_h.gatun_scaled_dot_product_attention(query.handle(), key.handle(), value.handle(), Tensor.handleOrAbsent(attn_mask), dropout_p, is_causal ? 1 : 0, scale == null ? 0.0 : scale, scale == null ? 0 : 1, enable_gqa ? 1 : 0);
        if (result == 0) {
            throw TorchException.in("scaled_dot_product_attention", query, key, value, attn_mask);
        }
        return Tensor.adopt(result);
    }

    /** {@code scaled_dot_product_attention(Tensor query, Tensor key, Tensor value, Tensor? attn_mask=None, float dropout_p=0.0, bool is_causal=False, *, float? scale=None, bool enable_gqa=False) -> Tensor} */
    public static Tensor scaled_dot_product_attention(Tensor query, Tensor key, Tensor value, Tensor attn_mask, double dropout_p, boolean is_causal, double scale, boolean enable_gqa) {
        return scaled_dot_product_attention(query, key, value, attn_mask, dropout_p, is_causal, (Double) scale, enable_gqa);
    }

    /** {@code scaled_dot_product_attention(Tensor query, Tensor key, Tensor value, Tensor? attn_mask=None, float dropout_p=0.0, bool is_causal=False, *, float? scale=None, bool enable_gqa=False) -> Tensor} */
    public static Tensor scaled_dot_product_attention(Tensor query, Tensor key, Tensor value, Tensor attn_mask, double dropout_p, boolean is_causal, Double scale) {
        return scaled_dot_product_attention(query, key, value, attn_mask, dropout_p, is_causal, scale, false);
    }

    /** {@code scaled_dot_product_attention(Tensor query, Tensor key, Tensor value, Tensor? attn_mask=None, float dropout_p=0.0, bool is_causal=False, *, float? scale=None, bool enable_gqa=False) -> Tensor} */
    public static Tensor scaled_dot_product_attention(Tensor query, Tensor key, Tensor value, Tensor attn_mask, double dropout_p, boolean is_causal, double scale) {
        return scaled_dot_product_attention(query, key, value, attn_mask, dropout_p, is_causal, (Double) scale, false);
    }

    /** {@code scaled_dot_product_attention(Tensor query, Tensor key, Tensor value, Tensor? attn_mask=None, float dropout_p=0.0, bool is_causal=False, *, float? scale=None, bool enable_gqa=False) -> Tensor} */
    public static Tensor scaled_dot_product_attention(Tensor query, Tensor key, Tensor value, Tensor attn_mask, double dropout_p, boolean is_causal) {
        return scaled_dot_product_attention(query, key, value, attn_mask, dropout_p, is_causal, (Double) null, false);
    }

    /** {@code scaled_dot_product_attention(Tensor query, Tensor key, Tensor value, Tensor? attn_mask=None, float dropout_p=0.0, bool is_causal=False, *, float? scale=None, bool enable_gqa=False) -> Tensor} */
    public static Tensor scaled_dot_product_attention(Tensor query, Tensor key, Tensor value, Tensor attn_mask, double dropout_p) {
        return scaled_dot_product_attention(query, key, value, attn_mask, dropout_p, false, (Double) null, false);
    }

    /** {@code scaled_dot_product_attention(Tensor query, Tensor key, Tensor value, Tensor? attn_mask=None, float dropout_p=0.0, bool is_causal=False, *, float? scale=None, bool enable_gqa=False) -> Tensor} */
    public static Tensor scaled_dot_product_attention(Tensor query, Tensor key, Tensor value, Tensor attn_mask) {
        return scaled_dot_product_attention(query, key, value, attn_mask, 0.0, false, (Double) null, false);
    }

    /** {@code scaled_dot_product_attention(Tensor query, Tensor key, Tensor value, Tensor? attn_mask=None, float dropout_p=0.0, bool is_causal=False, *, float? scale=None, bool enable_gqa=False) -> Tensor} */
    public static Tensor scaled_dot_product_attention(Tensor query, Tensor key, Tensor value) {
        return scaled_dot_product_attention(query, key, value, (Tensor) null, 0.0, false, (Double) null, false);
    }

    /** {@code _foreach_add.List(Tensor[] self, Tensor[] other, *, Scalar alpha=1) -> Tensor[]} */
    public static List<Tensor> _foreach_add(List<Tensor> self, List<Tensor> other, double alpha) {
        CallArguments memory = CallArguments.begin();
        MemorySegment length = memory.results(1);
        MemorySegment result = gatun_h.gatun__foreach_add_List(memory.handles(self), self.size(), memory.handles(other), other.size(), ScalarArgument.FLOAT, Double.doubleToRawLongBits(alpha), length);
        if (result.address() == 0) {
            throw TorchException.in("_foreach_add", self, other);
        }
        return Tensor.adoptAll(result, length);
    }

    /** {@code _foreach_add.List(Tensor[] self, Tensor[] other, *, Scalar alpha=1) -> Tensor[]} */
    public static List<Tensor> _foreach_add(List<Tensor> self, List<Tensor> other, long alpha) {
        CallArguments memory = CallArguments.begin();
        MemorySegment length = memory.results(1);
        MemorySegment result = gatun_h.gatun__foreach_add_List(memory.handles(self), self.size(), memory.handles(other), other.size(), ScalarArgument.INT, alpha, length);
        if (result.address() == 0) {
            throw TorchException.in("_foreach_add", self, other);
        }
        return Tensor.adoptAll(result, length);
    }

    /** {@code _foreach_add.List(Tensor[] self, Tensor[] other, *, Scalar alpha=1) -> Tensor[]} */
    public static List<Tensor> _foreach_add(List<Tensor> self, List<Tensor> other) {
        return _foreach_add(self, other, 1L);
    }

    /** {@code _foreach_add_.Scalar(Tensor(a!)[] self, Scalar scalar) -> ()} */
    public static void _foreach_add_(List<Tensor> self, double scalar) {
        CallArguments memory = CallArguments.begin();
        if (gatun_h.gatun__foreach_add__Scalar(memory.handles(self), self.size(), ScalarArgument.FLOAT, Double.doubleToRawLongBits(scalar)) != 0) {
            throw TorchException.in("_foreach_add_", self);
        }
    }

    /** {@code _foreach_add_.Scalar(Tensor(a!)[] self, Scalar scalar) -> ()} */
    public static void _foreach_add_(List<Tensor> self, long scalar) {
        CallArguments memory = CallArguments.begin();
        if (gatun_h.gatun__foreach_add__Scalar(memory.handles(self), self.size(), ScalarArgument.INT, scalar) != 0) {
            throw TorchException.in("_foreach_add_", self);
        }
    }

    /** {@code _foreach_add_.List(Tensor(a!)[] self, Tensor[] other, *, Scalar alpha=1) -> ()} */
    public static void _foreach_add_(List<Tensor> self, List<Tensor> other, double alpha) {
        CallArguments memory = CallArguments.begin();
        if (gatun_h.gatun__foreach_add__List(memory.handles(self), self.size(), memory.handles(other), other.size(), ScalarArgument.FLOAT, Double.doubleToRawLongBits(alpha)) != 0) {
            throw TorchException.in("_foreach_add_", self, other);
        }
    }

    /** {@code _foreach_add_.List(Tensor(a!)[] self, Tensor[] other, *, Scalar alpha=1) -> ()} */
    public static void _foreach_add_(List<Tensor> self, List<Tensor> other, long alpha) {
        CallArguments memory = CallArguments.begin();
        if (gatun_h.gatun__foreach_add__List(memory.handles(self), self.size(), memory.handles(other), other.size(), ScalarArgument.INT, alpha) != 0) {
            throw TorchException.in("_foreach_add_", self, other);
        }
    }

    /** {@code _foreach_add_.List(Tensor(a!)[] self, Tensor[] other, *, Scalar alpha=1) -> ()} */
    public static void _foreach_add_(List<Tensor> self, List<Tensor> other) {
        _foreach_add_(self, other, 1L);
    }

    /** {@code _foreach_mul_.Scalar(Tensor(a!)[] self, Scalar scalar) -> ()} */
    public static void _foreach_mul_(List<Tensor> self, double scalar) {
        CallArguments memory = CallArguments.begin();
        if (gatun_h.gatun__foreach_mul__Scalar(memory.handles(self), self.size(), ScalarArgument.FLOAT, Double.doubleToRawLongBits(scalar)) != 0) {
            throw TorchException.in("_foreach_mul_", self);
        }
    }

    /** {@code _foreach_mul_.Scalar(Tensor(a!)[] self, Scalar scalar) -> ()} */
    public static void _foreach_mul_(List<Tensor> self, long scalar) {
        CallArguments memory = CallArguments.begin();
        if (gatun_h.gatun__foreach_mul__Scalar(memory.handles(self), self.size(), ScalarArgument.INT, scalar) != 0) {
            throw TorchException.in("_foreach_mul_", self);
        }
    }

    /** {@code _foreach_mul_.Tensor(Tensor(a!)[] self, Tensor other) -> ()} */
    public static void _foreach_mul_(List<Tensor> self, Tensor other) {
        CallArguments memory = CallArguments.begin();
        if (gatun_h.gatun__foreach_mul__Tensor(memory.handles(self), self.size(), other.handle()) != 0) {
            throw TorchException.in("_foreach_mul_", self, other);
        }
    }

    /** {@code _foreach_div_.Scalar(Tensor(a!)[] self, Scalar scalar) -> ()} */
    public static void _foreach_div_(List<Tensor> self, double scalar) {
        CallArguments memory = CallArguments.begin();
        if (gatun_h.gatun__foreach_div__Scalar(memory.handles(self), self.size(), ScalarArgument.FLOAT, Double.doubleToRawLongBits(scalar)) != 0) {
            throw TorchException.in("_foreach_div_", self);
        }
    }

    /** {@code _foreach_div_.Scalar(Tensor(a!)[] self, Scalar scalar) -> ()} */
    public static void _foreach_div_(List<Tensor> self, long scalar) {
        CallArguments memory = CallArguments.begin();
        if (gatun_h.gatun__foreach_div__Scalar(memory.handles(self), self.size(), ScalarArgument.INT, scalar) != 0) {
            throw TorchException.in("_foreach_div_", self);
        }
    }

    /** {@code _foreach_div_.List(Tensor(a!)[] self, Tensor[] other) -> ()} */
    public static void _foreach_div_(List<Tensor> self, List<Tensor> other) {
        CallArguments memory = CallArguments.begin();
        if (gatun_h.gatun__foreach_div__List(memory.handles(self), self.size(), memory.handles(other), other.size()) != 0) {
            throw TorchException.in("_foreach_div_", self, other);
        }
    }

    /** {@code _foreach_lerp_.Scalar(Tensor(a!)[] self, Tensor[] tensors1, Scalar weight) -> ()} */
    public static void _foreach_lerp_(List<Tensor> self, List<Tensor> tensors1, double weight) {
        CallArguments memory = CallArguments.begin();
        if (gatun_h.gatun__foreach_lerp__Scalar(memory.handles(self), self.size(), memory.handles(tensors1), tensors1.size(), ScalarArgument.FLOAT, Double.doubleToRawLongBits(weight)) != 0) {
            throw TorchException.in("_foreach_lerp_", self, tensors1);
        }
    }

    /** {@code _foreach_lerp_.Scalar(Tensor(a!)[] self, Tensor[] tensors1, Scalar weight) -> ()} */
    public static void _foreach_lerp_(List<Tensor> self, List<Tensor> tensors1, long weight) {
        CallArguments memory = CallArguments.begin();
        if (gatun_h.gatun__foreach_lerp__Scalar(memory.handles(self), self.size(), memory.handles(tensors1), tensors1.size(), ScalarArgument.INT, weight) != 0) {
            throw TorchException.in("_foreach_lerp_", self, tensors1);
        }
    }

    /** {@code _foreach_addcmul_.Scalar(Tensor(a!)[] self, Tensor[] tensor1, Tensor[] tensor2, Scalar value=1) -> ()} */
    public static void _foreach_addcmul_(List<Tensor> self, List<Tensor> tensor1, List<Tensor> tensor2, double value) {
        CallArguments memory = CallArguments.begin();
        if (gatun_h.gatun__foreach_addcmul__Scalar(memory.handles(self), self.size(), memory.handles(tensor1), tensor1.size(), memory.handles(tensor2), tensor2.size(), ScalarArgument.FLOAT, Double.doubleToRawLongBits(value)) != 0) {
            throw TorchException.in("_foreach_addcmul_", self, tensor1, tensor2);
        }
    }

    /** {@code _foreach_addcmul_.Scalar(Tensor(a!)[] self, Tensor[] tensor1, Tensor[] tensor2, Scalar value=1) -> ()} */
    public static void _foreach_addcmul_(List<Tensor> self, List<Tensor> tensor1, List<Tensor> tensor2, long value) {
        CallArguments memory = CallArguments.begin();
        if (gatun_h.gatun__foreach_addcmul__Scalar(memory.handles(self), self.size(), memory.handles(tensor1), tensor1.size(), memory.handles(tensor2), tensor2.size(), ScalarArgument.INT, value) != 0) {
            throw TorchException.in("_foreach_addcmul_", self, tensor1, tensor2);
        }
    }

    /** {@code _foreach_addcmul_.Scalar(Tensor(a!)[] self, Tensor[] tensor1, Tensor[] tensor2, Scalar value=1) -> ()} */
    public static void _foreach_addcmul_(List<Tensor> self, List<Tensor> tensor1, List<Tensor> tensor2) {
        _foreach_addcmul_(self, tensor1, tensor2, 1L);
    }

    /** {@code _foreach_addcdiv_.Scalar(Tensor(a!)[] self, Tensor[] tensor1, Tensor[] tensor2, Scalar value=1) -> ()} */
    public static void _foreach_addcdiv_(List<Tensor> self, List<Tensor> tensor1, List<Tensor> tensor2, double value) {
        CallArguments memory = CallArguments.begin();
        if (gatun_h.gatun__foreach_addcdiv__Scalar(memory.handles(self), self.size(), memory.handles(tensor1), tensor1.size(), memory.handles(tensor2), tensor2.size(), ScalarArgument.FLOAT, Double.doubleToRawLongBits(value)) != 0) {
            throw TorchException.in("_foreach_addcdiv_", self, tensor1, tensor2);
        }
    }

    /** {@code _foreach_addcdiv_.Scalar(Tensor(a!)[] self, Tensor[] tensor1, Tensor[] tensor2, Scalar value=1) -> ()} */
    public static void _foreach_addcdiv_(List<Tensor> self, List<Tensor> tensor1, List<Tensor> tensor2, long value) {
        CallArguments memory = CallArguments.begin();
        if (gatun_h.gatun__foreach_addcdiv__Scalar(memory.handles(self), self.size(), memory.handles(tensor1), tensor1.size(), memory.handles(tensor2), tensor2.size(), ScalarArgument.INT, value) != 0) {
            throw TorchException.in("_foreach_addcdiv_", self, tensor1, tensor2);
        }
    }

    /** {@code _foreach_addcdiv_.Scalar(Tensor(a!)[] self, Tensor[] tensor1, Tensor[] tensor2, Scalar value=1) -> ()} */
    public static void _foreach_addcdiv_(List<Tensor> self, List<Tensor> tensor1, List<Tensor> tensor2) {
        _foreach_addcdiv_(self, tensor1, tensor2, 1L);
    }

    /** {@code _foreach_sqrt(Tensor[] self) -> Tensor[]} */
    public static List<Tensor> _foreach_sqrt(List<Tensor> self) {
        CallArguments memory = CallArguments.begin();
        MemorySegment length = memory.results(1);
        MemorySegment result = gatun_h.gatun__foreach_sqrt(memory.handles(self), self.size(), length);
        if (result.address() == 0) {
            throw TorchException.in("_foreach_sqrt", self);
        }
        return Tensor.adoptAll(result, length);
    }

    /** {@code _foreach_norm.Scalar(Tensor[] self, Scalar ord=2, ScalarType? dtype=None) -> Tensor[]} */
    public static List<Tensor> _foreach_norm(List<Tensor> self, double ord, DType dtype) {
        CallArguments memory = CallArguments.begin();
        MemorySegment length = memory.results(1);
        MemorySegment result = gatun_h.gatun__foreach_norm_Scalar(memory.handles(self), self.size(), ScalarArgument.FLOAT, Double.doubleToRawLongBits(ord), CallArguments.scalarType(dtype), length);
        if (result.address() == 0) {
            throw TorchException.in("_foreach_norm", self);
        }
        return Tensor.adoptAll(result, length);
    }

    /** {@code _foreach_norm.Scalar(Tensor[] self, Scalar ord=2, ScalarType? dtype=None) -> Tensor[]} */
    public static List<Tensor> _foreach_norm(List<Tensor> self, long ord, DType dtype) {
        CallArguments memory = CallArguments.begin();
        MemorySegment length = memory.results(1);
        MemorySegment result = gatun_h.gatun__foreach_norm_Scalar(memory.handles(self), self.size(), ScalarArgument.INT, ord, CallArguments.scalarType(dtype), length);
        if (result.address() == 0) {
            throw TorchException.in("_foreach_norm", self);
        }
        return Tensor.adoptAll(result, length);
    }

    /** {@code _foreach_norm.Scalar(Tensor[] self, Scalar ord=2, ScalarType? dtype=None) -> Tensor[]} */
    public static List<Tensor> _foreach_norm(List<Tensor> self, double ord) {
        return _foreach_norm(self, ord, (DType) null);
    }

    /** {@code _foreach_norm.Scalar(Tensor[] self, Scalar ord=2, ScalarType? dtype=None) -> Tensor[]} */
    public static List<Tensor> _foreach_norm(List<Tensor> self, long ord) {
        return _foreach_norm(self, ord, (DType) null);
    }

    /** {@code _foreach_norm.Scalar(Tensor[] self, Scalar ord=2, ScalarType? dtype=None) -> Tensor[]} */
    public static List<Tensor> _foreach_norm(List<Tensor> self) {
        return _foreach_norm(self, 2L, (DType) null);
    }

    /** {@code _foreach_copy_(Tensor(a!)[] self, Tensor[] src, bool non_blocking=False) -> ()} */
    public static void _foreach_copy_(List<Tensor> self, List<Tensor> src, boolean non_blocking) {
        CallArguments memory = CallArguments.begin();
        if (gatun_h.gatun__foreach_copy_(memory.handles(self), self.size(), memory.handles(src), src.size(), non_blocking ? 1 : 0) != 0) {
            throw TorchException.in("_foreach_copy_", self, src);
        }
    }

    /** {@code _foreach_copy_(Tensor(a!)[] self, Tensor[] src, bool non_blocking=False) -> ()} */
    public static void _foreach_copy_(List<Tensor> self, List<Tensor> src) {
        _foreach_copy_(self, src, false);
    }

    /** {@code _foreach_zero_(Tensor(a!)[] self) -> ()} */
    public static void _foreach_zero_(List<Tensor> self) {
        CallArguments memory = CallArguments.begin();
        if (gatun_h.gatun__foreach_zero_(memory.handles(self), self.size()) != 0) {
            throw TorchException.in("_foreach_zero_", self);
        }
    }

    /** {@code _fused_adam_(Tensor(a!)[] self, Tensor(b!)[] grads, Tensor(c!)[] exp_avgs, Tensor(d!)[] exp_avg_sqs, Tensor(e!)[] max_exp_avg_sqs, Tensor[] state_steps, *, float lr, float beta1, float beta2, float weight_decay, float eps, bool amsgrad, bool maximize, Tensor? grad_scale=None, Tensor? found_inf=None) -> ()} */
    public static void _fused_adam_(List<Tensor> self, List<Tensor> grads, List<Tensor> exp_avgs, List<Tensor> exp_avg_sqs, List<Tensor> max_exp_avg_sqs, List<Tensor> state_steps, double lr, double beta1, double beta2, double weight_decay, double eps, boolean amsgrad, boolean maximize, Tensor grad_scale, Tensor found_inf) {
        CallArguments memory = CallArguments.begin();
        if (gatun_h.gatun__fused_adam_(memory.handles(self), self.size(), memory.handles(grads), grads.size(), memory.handles(exp_avgs), exp_avgs.size(), memory.handles(exp_avg_sqs), exp_avg_sqs.size(), memory.handles(max_exp_avg_sqs), max_exp_avg_sqs.size(), memory.handles(state_steps), state_steps.size(), lr, beta1, beta2, weight_decay, eps, amsgrad ? 1 : 0, maximize ? 1 : 0, Tensor.handleOrAbsent(grad_scale), Tensor.handleOrAbsent(found_inf)) != 0) {
            throw TorchException.in("_fused_adam_", self, grads, exp_avgs, exp_avg_sqs, max_exp_avg_sqs, state_steps, grad_scale, found_inf);
        }
    }

    /** {@code _fused_adam_(Tensor(a!)[] self, Tensor(b!)[] grads, Tensor(c!)[] exp_avgs, Tensor(d!)[] exp_avg_sqs, Tensor(e!)[] max_exp_avg_sqs, Tensor[] state_steps, *, float lr, float beta1, float beta2, float weight_decay, float eps, bool amsgrad, bool maximize, Tensor? grad_scale=None, Tensor? found_inf=None) -> ()} */
    public static void _fused_adam_(List<Tensor> self, List<Tensor> grads, List<Tensor> exp_avgs, List<Tensor> exp_avg_sqs, List<Tensor> max_exp_avg_sqs, List<Tensor> state_steps, double lr, double beta1, double beta2, double weight_decay, double eps, boolean amsgrad, boolean maximize, Tensor grad_scale) {
        _fused_adam_(self, grads, exp_avgs, exp_avg_sqs, max_exp_avg_sqs, state_steps, lr, beta1, beta2, weight_decay, eps, amsgrad, maximize, grad_scale, (Tensor) null);
    }

    /** {@code _fused_adam_(Tensor(a!)[] self, Tensor(b!)[] grads, Tensor(c!)[] exp_avgs, Tensor(d!)[] exp_avg_sqs, Tensor(e!)[] max_exp_avg_sqs, Tensor[] state_steps, *, float lr, float beta1, float beta2, float weight_decay, float eps, bool amsgrad, bool maximize, Tensor? grad_scale=None, Tensor? found_inf=None) -> ()} */
    public static void _fused_adam_(List<Tensor> self, List<Tensor> grads, List<Tensor> exp_avgs, List<Tensor> exp_avg_sqs, List<Tensor> max_exp_avg_sqs, List<Tensor> state_steps, double lr, double beta1, double beta2, double weight_decay, double eps, boolean amsgrad, boolean maximize) {
        _fused_adam_(self, grads, exp_avgs, exp_avg_sqs, max_exp_avg_sqs, state_steps, lr, beta1, beta2, weight_decay, eps, amsgrad, maximize, (Tensor) null, (Tensor) null);
    }

    /** {@code _fused_adamw_(Tensor(a!)[] self, Tensor(b!)[] grads, Tensor(c!)[] exp_avgs, Tensor(d!)[] exp_avg_sqs, Tensor(e!)[] max_exp_avg_sqs, Tensor[] state_steps, *, float lr, float beta1, float beta2, float weight_decay, float eps, bool amsgrad, bool maximize, Tensor? grad_scale=None, Tensor? found_inf=None) -> ()} */
    public static void _fused_adamw_(List<Tensor> self, List<Tensor> grads, List<Tensor> exp_avgs, List<Tensor> exp_avg_sqs, List<Tensor> max_exp_avg_sqs, List<Tensor> state_steps, double lr, double beta1, double beta2, double weight_decay, double eps, boolean amsgrad, boolean maximize, Tensor grad_scale, Tensor found_inf) {
        CallArguments memory = CallArguments.begin();
        if (gatun_h.gatun__fused_adamw_(memory.handles(self), self.size(), memory.handles(grads), grads.size(), memory.handles(exp_avgs), exp_avgs.size(), memory.handles(exp_avg_sqs), exp_avg_sqs.size(), memory.handles(max_exp_avg_sqs), max_exp_avg_sqs.size(), memory.handles(state_steps), state_steps.size(), lr, beta1, beta2, weight_decay, eps, amsgrad ? 1 : 0, maximize ? 1 : 0, Tensor.handleOrAbsent(grad_scale), Tensor.handleOrAbsent(found_inf)) != 0) {
            throw TorchException.in("_fused_adamw_", self, grads, exp_avgs, exp_avg_sqs, max_exp_avg_sqs, state_steps, grad_scale, found_inf);
        }
    }

    /** {@code _fused_adamw_(Tensor(a!)[] self, Tensor(b!)[] grads, Tensor(c!)[] exp_avgs, Tensor(d!)[] exp_avg_sqs, Tensor(e!)[] max_exp_avg_sqs, Tensor[] state_steps, *, float lr, float beta1, float beta2, float weight_decay, float eps, bool amsgrad, bool maximize, Tensor? grad_scale=None, Tensor? found_inf=None) -> ()} */
    public static void _fused_adamw_(List<Tensor> self, List<Tensor> grads, List<Tensor> exp_avgs, List<Tensor> exp_avg_sqs, List<Tensor> max_exp_avg_sqs, List<Tensor> state_steps, double lr, double beta1, double beta2, double weight_decay, double eps, boolean amsgrad, boolean maximize, Tensor grad_scale) {
        _fused_adamw_(self, grads, exp_avgs, exp_avg_sqs, max_exp_avg_sqs, state_steps, lr, beta1, beta2, weight_decay, eps, amsgrad, maximize, grad_scale, (Tensor) null);
    }

    /** {@code _fused_adamw_(Tensor(a!)[] self, Tensor(b!)[] grads, Tensor(c!)[] exp_avgs, Tensor(d!)[] exp_avg_sqs, Tensor(e!)[] max_exp_avg_sqs, Tensor[] state_steps, *, float lr, float beta1, float beta2, float weight_decay, float eps, bool amsgrad, bool maximize, Tensor? grad_scale=None, Tensor? found_inf=None) -> ()} */
    public static void _fused_adamw_(List<Tensor> self, List<Tensor> grads, List<Tensor> exp_avgs, List<Tensor> exp_avg_sqs, List<Tensor> max_exp_avg_sqs, List<Tensor> state_steps, double lr, double beta1, double beta2, double weight_decay, double eps, boolean amsgrad, boolean maximize) {
        _fused_adamw_(self, grads, exp_avgs, exp_avg_sqs, max_exp_avg_sqs, state_steps, lr, beta1, beta2, weight_decay, eps, amsgrad, maximize, (Tensor) null, (Tensor) null);
    }

    /** {@code _fused_adamw_.tensor_lr(Tensor(a!)[] self, Tensor(b!)[] grads, Tensor(c!)[] exp_avgs, Tensor(d!)[] exp_avg_sqs, Tensor(e!)[] max_exp_avg_sqs, Tensor[] state_steps, *, Tensor lr, float beta1, float beta2, float weight_decay, float eps, bool amsgrad, bool maximize, Tensor? grad_scale=None, Tensor? found_inf=None) -> ()} */
    public static void _fused_adamw_(List<Tensor> self, List<Tensor> grads, List<Tensor> exp_avgs, List<Tensor> exp_avg_sqs, List<Tensor> max_exp_avg_sqs, List<Tensor> state_steps, Tensor lr, double beta1, double beta2, double weight_decay, double eps, boolean amsgrad, boolean maximize, Tensor grad_scale, Tensor found_inf) {
        CallArguments memory = CallArguments.begin();
        if (gatun_h.gatun__fused_adamw__tensor_lr(memory.handles(self), self.size(), memory.handles(grads), grads.size(), memory.handles(exp_avgs), exp_avgs.size(), memory.handles(exp_avg_sqs), exp_avg_sqs.size(), memory.handles(max_exp_avg_sqs), max_exp_avg_sqs.size(), memory.handles(state_steps), state_steps.size(), lr.handle(), beta1, beta2, weight_decay, eps, amsgrad ? 1 : 0, maximize ? 1 : 0, Tensor.handleOrAbsent(grad_scale), Tensor.handleOrAbsent(found_inf)) != 0) {
            throw TorchException.in("_fused_adamw_", self, grads, exp_avgs, exp_avg_sqs, max_exp_avg_sqs, state_steps, lr, grad_scale, found_inf);
        }
    }

    /** {@code _fused_adamw_.tensor_lr(Tensor(a!)[] self, Tensor(b!)[] grads, Tensor(c!)[] exp_avgs, Tensor(d!)[] exp_avg_sqs, Tensor(e!)[] max_exp_avg_sqs, Tensor[] state_steps, *, Tensor lr, float beta1, float beta2, float weight_decay, float eps, bool amsgrad, bool maximize, Tensor? grad_scale=None, Tensor? found_inf=None) -> ()} */
    public static void _fused_adamw_(List<Tensor> self, List<Tensor> grads, List<Tensor> exp_avgs, List<Tensor> exp_avg_sqs, List<Tensor> max_exp_avg_sqs, List<Tensor> state_steps, Tensor lr, double beta1, double beta2, double weight_decay, double eps, boolean amsgrad, boolean maximize, Tensor grad_scale) {
        _fused_adamw_(self, grads, exp_avgs, exp_avg_sqs, max_exp_avg_sqs, state_steps, lr, beta1, beta2, weight_decay, eps, amsgrad, maximize, grad_scale, (Tensor) null);
    }

    /** {@code _fused_adamw_.tensor_lr(Tensor(a!)[] self, Tensor(b!)[] grads, Tensor(c!)[] exp_avgs, Tensor(d!)[] exp_avg_sqs, Tensor(e!)[] max_exp_avg_sqs, Tensor[] state_steps, *, Tensor lr, float beta1, float beta2, float weight_decay, float eps, bool amsgrad, bool maximize, Tensor? grad_scale=None, Tensor? found_inf=None) -> ()} */
    public static void _fused_adamw_(List<Tensor> self, List<Tensor> grads, List<Tensor> exp_avgs, List<Tensor> exp_avg_sqs, List<Tensor> max_exp_avg_sqs, List<Tensor> state_steps, Tensor lr, double beta1, double beta2, double weight_decay, double eps, boolean amsgrad, boolean maximize) {
        _fused_adamw_(self, grads, exp_avgs, exp_avg_sqs, max_exp_avg_sqs, state_steps, lr, beta1, beta2, weight_decay, eps, amsgrad, maximize, (Tensor) null, (Tensor) null);
    }

    /** {@code _fused_sgd_(Tensor(a!)[] self, Tensor(b!)[] grads, Tensor(c!)[] momentum_buffer_list, *, float weight_decay, float momentum, float lr, float dampening, bool nesterov, bool maximize, bool is_first_step, Tensor? grad_scale=None, Tensor? found_inf=None) -> ()} */
    public static void _fused_sgd_(List<Tensor> self, List<Tensor> grads, List<Tensor> momentum_buffer_list, double weight_decay, double momentum, double lr, double dampening, boolean nesterov, boolean maximize, boolean is_first_step, Tensor grad_scale, Tensor found_inf) {
        CallArguments memory = CallArguments.begin();
        if (gatun_h.gatun__fused_sgd_(memory.handles(self), self.size(), memory.handles(grads), grads.size(), memory.handles(momentum_buffer_list), momentum_buffer_list.size(), weight_decay, momentum, lr, dampening, nesterov ? 1 : 0, maximize ? 1 : 0, is_first_step ? 1 : 0, Tensor.handleOrAbsent(grad_scale), Tensor.handleOrAbsent(found_inf)) != 0) {
            throw TorchException.in("_fused_sgd_", self, grads, momentum_buffer_list, grad_scale, found_inf);
        }
    }

    /** {@code _fused_sgd_(Tensor(a!)[] self, Tensor(b!)[] grads, Tensor(c!)[] momentum_buffer_list, *, float weight_decay, float momentum, float lr, float dampening, bool nesterov, bool maximize, bool is_first_step, Tensor? grad_scale=None, Tensor? found_inf=None) -> ()} */
    public static void _fused_sgd_(List<Tensor> self, List<Tensor> grads, List<Tensor> momentum_buffer_list, double weight_decay, double momentum, double lr, double dampening, boolean nesterov, boolean maximize, boolean is_first_step, Tensor grad_scale) {
        _fused_sgd_(self, grads, momentum_buffer_list, weight_decay, momentum, lr, dampening, nesterov, maximize, is_first_step, grad_scale, (Tensor) null);
    }

    /** {@code _fused_sgd_(Tensor(a!)[] self, Tensor(b!)[] grads, Tensor(c!)[] momentum_buffer_list, *, float weight_decay, float momentum, float lr, float dampening, bool nesterov, bool maximize, bool is_first_step, Tensor? grad_scale=None, Tensor? found_inf=None) -> ()} */
    public static void _fused_sgd_(List<Tensor> self, List<Tensor> grads, List<Tensor> momentum_buffer_list, double weight_decay, double momentum, double lr, double dampening, boolean nesterov, boolean maximize, boolean is_first_step) {
        _fused_sgd_(self, grads, momentum_buffer_list, weight_decay, momentum, lr, dampening, nesterov, maximize, is_first_step, (Tensor) null, (Tensor) null);
    }

    /** {@code _amp_foreach_non_finite_check_and_unscale_(Tensor(a!)[] self, Tensor(b!) found_inf, Tensor inv_scale) -> ()} */
    public static void _amp_foreach_non_finite_check_and_unscale_(List<Tensor> self, Tensor found_inf, Tensor inv_scale) {
        CallArguments memory = CallArguments.begin();
        if (gatun_h.gatun__amp_foreach_non_finite_check_and_unscale_(memory.handles(self), self.size(), found_inf.handle(), inv_scale.handle()) != 0) {
            throw TorchException.in("_amp_foreach_non_finite_check_and_unscale_", self, found_inf, inv_scale);
        }
    }
}
