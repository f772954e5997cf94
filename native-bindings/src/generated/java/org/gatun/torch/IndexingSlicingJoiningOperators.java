// Generated from ops.txt by `make bindings`; do not edit.
package org.gatun.torch;

import java.lang.foreign.MemorySegment;
import java.util.List;
import org.gatun.torch.ffm.gatun_h;

/** Methods of {@link Tensor}: PyTorch's group "IndexingSlicingJoining". */
sealed interface IndexingSlicingJoiningOperators permits Tensor {

    /** {@code chunk(Tensor(a -> *) self, int chunks, int dim=0) -> Tensor(a)[]} */
    default List<Tensor> chunk(long chunks, long dim) {
        Tensor self = (Tensor) this;
        CallArguments memory = CallArguments.begin();
        MemorySegment length = memory.results(1);
        MemorySegment result = gatun_h.gatun_chunk(self.handle(), chunks, dim, length);
        if (result.address() == 0) {
            throw TorchException.in("chunk", self);
        }
        return Tensor.adoptAll(result, length);
    }

    /** {@code chunk(Tensor(a -> *) self, int chunks, int dim=0) -> Tensor(a)[]} */
    default List<Tensor> chunk(long chunks) {
        return chunk(chunks, 0L);
    }

    /** {@code split.Tensor(Tensor(a -> *) self, SymInt split_size, int dim=0) -> Tensor(a)[]} */
    default List<Tensor> split(long split_size, long dim) {
        Tensor self = (Tensor) this;
        CallArguments memory = CallArguments.begin();
        MemorySegment length = memory.results(1);
        MemorySegment result = gatun_h.gatun_split_Tensor(self.handle(), split_size, dim, length);
        if (result.address() == 0) {
            throw TorchException.in("split", self);
        }
        return Tensor.adoptAll(result, length);
    }

    /** {@code split.Tensor(Tensor(a -> *) self, SymInt split_size, int dim=0) -> Tensor(a)[]} */
    default List<Tensor> split(long split_size) {
        return split(split_size, 0L);
    }

    /** {@code unbind.int(Tensor(a -> *) self, int dim=0) -> Tensor(a)[]} */
    default List<Tensor> unbind(long dim) {
        Tensor self = (Tensor) this;
        CallArguments memory = CallArguments.begin();
        MemorySegment length = memory.results(1);
        MemorySegment result = gatun_h.gatun_unbind_int(self.handle(), dim, length);
        if (result.address() == 0) {
            throw TorchException.in("unbind", self);
        }
        return Tensor.adoptAll(result, length);
    }

    /** {@code unbind.int(Tensor(a -> *) self, int dim=0) -> Tensor(a)[]} */
    default List<Tensor> unbind() {
        return unbind(0L);
    }

    /** {@code narrow(Tensor(a) self, int dim, SymInt start, SymInt length) -> Tensor(a)} */
    default Tensor narrow(long dim, long start, long length) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_narrow(self.handle(), dim, start, length);
        if (result == 0) {
            throw TorchException.in("narrow", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code select.int(Tensor(a) self, int dim, SymInt index) -> Tensor(a)} */
    default Tensor select(long dim, long index) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_select_int(self.handle(), dim, index);
        if (result == 0) {
            throw TorchException.in("select", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code slice.Tensor(Tensor(a) self, int dim=0, SymInt? start=None, SymInt? end=None, SymInt step=1) -> Tensor(a)} */
    default Tensor slice(long dim, Long start, Long end, long step) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_slice_Tensor(self.handle(), dim, start == null ? 0 : start, start == null ? 0 : 1, end == null ? 0 : end, end == null ? 0 : 1, step);
        if (result == 0) {
            throw TorchException.in("slice", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code slice.Tensor(Tensor(a) self, int dim=0, SymInt? start=None, SymInt? end=None, SymInt step=1) -> Tensor(a)} */
    default Tensor slice(long dim, long start, long end, long step) {
        return slice(dim, (Long) start, (Long) end, step);
    }

    /** {@code slice.Tensor(Tensor(a) self, int dim=0, SymInt? start=None, SymInt? end=None, SymInt step=1) -> Tensor(a)} */
    default Tensor slice(long dim, Long start, Long end) {
        return slice(dim, start, end, 1L);
    }

    /** {@code slice.Tensor(Tensor(a) self, int dim=0, SymInt? start=None, SymInt? end=None, SymInt step=1) -> Tensor(a)} */
    default Tensor slice(long dim, long start, long end) {
        return slice(dim, (Long) start, (Long) end, 1L);
    }

    /** {@code slice.Tensor(Tensor(a) self, int dim=0, SymInt? start=None, SymInt? end=None, SymInt step=1) -> Tensor(a)} */
    default Tensor slice(long dim, Long start) {
        return slice(dim, start, (Long) null, 1L);
    }

    /** {@code slice.Tensor(Tensor(a) self, int dim=0, SymInt? start=None, SymInt? end=None, SymInt step=1) -> Tensor(a)} */
    default Tensor slice(long dim, long start) {
        return slice(dim, (Long) start, (Long) null, 1L);
    }

    /** {@code slice.Tensor(Tensor(a) self, int dim=0, SymInt? start=None, SymInt? end=None, SymInt step=1) -> Tensor(a)} */
    default Tensor slice(long dim) {
        return slice(dim, (Long) null, (Long) null, 1L);
    }

    /** {@code slice.Tensor(Tensor(a) self, int dim=0, SymInt? start=None, SymInt? end=None, SymInt step=1) -> Tensor(a)} */
    default Tensor slice() {
        return slice(0L, (Long) null, (Long) null, 1L);
    }

    /** {@code index_select(Tensor self, int dim, Tensor index) -> Tensor} */
    default Tensor index_select(long dim, Tensor index) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_index_select(self.handle(), dim, index.handle());
        if (result == 0) {
            throw TorchException.in("index_select", self, index);
        }
        return Tensor.adopt(result);
    }

    /** {@code index_add_(Tensor(a!) self, int dim, Tensor index, Tensor source, *, Scalar alpha=1) -> Tensor(a!)} */
    default Tensor index_add_(long dim, Tensor index, Tensor source, double alpha) {
        Tensor self = (Tensor) this;
        if (gatun_h.gatun_index_add_(self.handle(), dim, index.handle(), source.handle(), ScalarArgument.FLOAT, Double.doubleToRawLongBits(alpha)) != 0) {
            throw TorchException.in("index_add_", self, index, source);
        }
        return self;
    }

    /** {@code index_add_(Tensor(a!) self, int dim, Tensor index, Tensor source, *, Scalar alpha=1) -> Tensor(a!)} */
    default Tensor index_add_(long dim, Tensor index, Tensor source, long alpha) {
        Tensor self = (Tensor) this;
        if (gatun_h.gatun_index_add_(self.handle(), dim, index.handle(), source.handle(), ScalarArgument.INT, alpha) != 0) {
            throw TorchException.in("index_add_", self, index, source);
        }
        return self;
    }

    /** {@code index_add_(Tensor(a!) self, int dim, Tensor index, Tensor source, *, Scalar alpha=1) -> Tensor(a!)} */
    default Tensor index_add_(long dim, Tensor index, Tensor source) {
        return index_add_(dim, index, source, 1L);
    }

    /** {@code index_fill_.int_Scalar(Tensor(a!) self, int dim, Tensor index, Scalar value) -> Tensor(a!)} */
    default Tensor index_fill_(long dim, Tensor index, double value) {
        Tensor self = (Tensor) this;
        if (gatun_h.gatun_index_fill__int_Scalar(self.handle(), dim, index.handle(), ScalarArgument.FLOAT, Double.doubleToRawLongBits(value)) != 0) {
            throw TorchException.in("index_fill_", self, index);
        }
        return self;
    }

    /** {@code index_fill_.int_Scalar(Tensor(a!) self, int dim, Tensor index, Scalar value) -> Tensor(a!)} */
    default Tensor index_fill_(long dim, Tensor index, long value) {
        Tensor self = (Tensor) this;
        if (gatun_h.gatun_index_fill__int_Scalar(self.handle(), dim, index.handle(), ScalarArgument.INT, value) != 0) {
            throw TorchException.in("index_fill_", self, index);
        }
        return self;
    }

    /** {@code index_copy_(Tensor(a!) self, int dim, Tensor index, Tensor source) -> Tensor(a!)} */
    default Tensor index_copy_(long dim, Tensor index, Tensor source) {
        Tensor self = (Tensor) this;
        if (gatun_h.gatun_index_copy_(self.handle(), dim, index.handle(), source.handle()) != 0) {
            throw TorchException.in("index_copy_", self, index, source);
        }
        return self;
    }

    /** {@code gather(Tensor self, int dim, Tensor index, *, bool sparse_grad=False) -> Tensor} */
    default Tensor gather(long dim, Tensor index) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_gather(self.handle(), dim, index.handle());
        if (result == 0) {
            throw TorchException.in("gather", self, index);
        }
        return Tensor.adopt(result);
    }

    /** {@code scatter_.src(Tensor(a!) self, int dim, Tensor index, Tensor src) -> Tensor(a!)} */
    default Tensor scatter_(long dim, Tensor index, Tensor src) {
        Tensor self = (Tensor) this;
        if (gatun_h.gatun_scatter__src(self.handle(), dim, index.handle(), src.handle()) != 0) {
            throw TorchException.in("scatter_", self, index, src);
        }
        return self;
    }

    /** {@code scatter_.value(Tensor(a!) self, int dim, Tensor index, Scalar value) -> Tensor(a!)} */
    default Tensor scatter_(long dim, Tensor index, double value) {
        Tensor self = (Tensor) this;
        if (gatun_h.gatun_scatter__value(self.handle(), dim, index.handle(), ScalarArgument.FLOAT, Double.doubleToRawLongBits(value)) != 0) {
            throw TorchException.in("scatter_", self, index);
        }
        return self;
    }

    /** {@code scatter_.value(Tensor(a!) self, int dim, Tensor index, Scalar value) -> Tensor(a!)} */
    default Tensor scatter_(long dim, Tensor index, long value) {
        Tensor self = (Tensor) this;
        if (gatun_h.gatun_scatter__value(self.handle(), dim, index.handle(), ScalarArgument.INT, value) != 0) {
            throw TorchException.in("scatter_", self, index);
        }
        return self;
    }

    /** {@code scatter_add_(Tensor(a!) self, int dim, Tensor index, Tensor src) -> Tensor(a!)} */
    default Tensor scatter_add_(long dim, Tensor index, Tensor src) {
        Tensor self = (Tensor) this;
        if (gatun_h.gatun_scatter_add_(self.handle(), dim, index.handle(), src.handle()) != 0) {
            throw TorchException.in("scatter_add_", self, index, src);
        }
        return self;
    }

    /** {@code masked_fill.Scalar(Tensor self, Tensor mask, Scalar value) -> Tensor} */
    default Tensor masked_fill(Tensor mask, double value) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_masked_fill_Scalar(self.handle(), mask.handle(), ScalarArgument.FLOAT, Double.doubleToRawLongBits(value));
        if (result == 0) {
            throw TorchException.in("masked_fill", self, mask);
        }
        return Tensor.adopt(result);
    }

    /** {@code masked_fill.Scalar(Tensor self, Tensor mask, Scalar value) -> Tensor} */
    default Tensor masked_fill(Tensor mask, long value) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_masked_fill_Scalar(self.handle(), mask.handle(), ScalarArgument.INT, value);
        if (result == 0) {
            throw TorchException.in("masked_fill", self, mask);
        }
        return Tensor.adopt(result);
    }

    /** {@code masked_fill.Tensor(Tensor self, Tensor mask, Tensor value) -> Tensor} */
    default Tensor masked_fill(Tensor mask, Tensor value) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_masked_fill_Tensor(self.handle(), mask.handle(), value.handle());
        if (result == 0) {
            throw TorchException.in("masked_fill", self, mask, value);
        }
        return Tensor.adopt(result);
    }

    /** {@code masked_fill_.Scalar(Tensor(a!) self, Tensor mask, Scalar value) -> Tensor(a!)} */
    default Tensor masked_fill_(Tensor mask, double value) {
        Tensor self = (Tensor) this;
        if (gatun_h.gatun_masked_fill__Scalar(self.handle(), mask.handle(), ScalarArgument.FLOAT, Double.doubleToRawLongBits(value)) != 0) {
            throw TorchException.in("masked_fill_", self, mask);
        }
        return self;
    }

    /** {@code masked_fill_.Scalar(Tensor(a!) self, Tensor mask, Scalar value) -> Tensor(a!)} */
    default Tensor masked_fill_(Tensor mask, long value) {
        Tensor self = (Tensor) this;
        if (gatun_h.gatun_masked_fill__Scalar(self.handle(), mask.handle(), ScalarArgument.INT, value) != 0) {
            throw TorchException.in("masked_fill_", self, mask);
        }
        return self;
    }

    /** {@code nonzero(Tensor self) -> Tensor} */
    default Tensor nonzero() {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_nonzero(self.handle());
        if (result == 0) {
            throw TorchException.in("nonzero", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code view(Tensor(a) self, SymInt[] size) -> Tensor(a)} */
    default Tensor view(long... size) {
        Tensor self = (Tensor) this;
        CallArguments memory = CallArguments.begin();
        long result = gatun_h.gatun_view(self.handle(), memory.longs(size), size.length);
        if (result == 0) {
            throw TorchException.in("view", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code reshape(Tensor(a) self, SymInt[] shape) -> Tensor(a)} */
    default Tensor reshape(long... shape) {
        Tensor self = (Tensor) this;
        CallArguments memory = CallArguments.begin();
        long result = gatun_h.gatun_reshape(self.handle(), memory.longs(shape), shape.length);
        if (result == 0) {
            throw TorchException.in("reshape", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code flatten.using_ints(Tensor(a) self, int start_dim=0, int end_dim=-1) -> Tensor(a)} */
    default Tensor flatten(long start_dim, long end_dim) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_flatten_using_ints(self.handle(), start_dim, end_dim);
        if (result == 0) {
            throw TorchException.in("flatten", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code flatten.using_ints(Tensor(a) self, int start_dim=0, int end_dim=-1) -> Tensor(a)} */
    default Tensor flatten(long start_dim) {
        return flatten(start_dim, -1L);
    }

    /** {@code flatten.using_ints(Tensor(a) self, int start_dim=0, int end_dim=-1) -> Tensor(a)} */
    default Tensor flatten() {
        return flatten(0L, -1L);
    }

    /** {@code permute(Tensor(a) self, int[] dims) -> Tensor(a)} */
    default Tensor permute(long... dims) {
        Tensor self = (Tensor) this;
        CallArguments memory = CallArguments.begin();
        long result = gatun_h.gatun_permute(self.handle(), memory.longs(dims), dims.length);
        if (result == 0) {
            throw TorchException.in("permute", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code transpose.int(Tensor(a) self, int dim0, int dim1) -> Tensor(a)} */
    default Tensor transpose(long dim0, long dim1) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_transpose_int(self.handle(), dim0, dim1);
        if (result == 0) {
            throw TorchException.in("transpose", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code t(Tensor(a) self) -> Tensor(a)} */
    default Tensor t() {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_t(self.handle());
        if (result == 0) {
            throw TorchException.in("t", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code squeeze(Tensor(a) self) -> Tensor(a)} */
    default Tensor squeeze() {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_squeeze(self.handle());
        if (result == 0) {
            throw TorchException.in("squeeze", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code squeeze.dim(Tensor(a) self, int dim) -> Tensor(a)} */
    default Tensor squeeze(long dim) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_squeeze_dim(self.handle(), dim);
        if (result == 0) {
            throw TorchException.in("squeeze", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code unsqueeze(Tensor(a) self, int dim) -> Tensor(a)} */
    default Tensor unsqueeze(long dim) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_unsqueeze(self.handle(), dim);
        if (result == 0) {
            throw TorchException.in("unsqueeze", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code expand(Tensor(a) self, SymInt[] size, *, bool implicit=False) -> Tensor(a)} */
    default Tensor expand(long[] size, boolean implicit) {
        Tensor self = (Tensor) this;
        CallArguments memory = CallArguments.begin();
        long result = gatun_h.gatun_expand(self.handle(), memory.longs(size), size.length, implicit ? 1 : 0);
        if (result == 0) {
            throw TorchException.in("expand", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code expand(Tensor(a) self, SymInt[] size, *, bool implicit=False) -> Tensor(a)} */
    default Tensor expand(long... size) {
        return expand(size, false);
    }

    /** {@code repeat(Tensor self, SymInt[] repeats) -> Tensor} */
    default Tensor repeat(long... repeats) {
        Tensor self = (Tensor) this;
        CallArguments memory = CallArguments.begin();
        long result = gatun_h.gatun_repeat(self.handle(), memory.longs(repeats), repeats.length);
        if (result == 0) {
            throw TorchException.in("repeat", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code repeat_interleave.self_int(Tensor self, SymInt repeats, int? dim=None, *, SymInt? output_size=None) -> Tensor} */
    default Tensor repeat_interleave(long repeats, Long dim, Long output_size) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_repeat_interleave_self_int(self.handle(), repeats, dim == null ? 0 : dim, dim == null ? 0 : 1, output_size == null ? 0 : output_size, output_size == null ? 0 : 1);
        if (result == 0) {
            throw TorchException.in("repeat_interleave", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code repeat_interleave.self_int(Tensor self, SymInt repeats, int? dim=None, *, SymInt? output_size=None) -> Tensor} */
    default Tensor repeat_interleave(long repeats, long dim, long output_size) {
        return repeat_interleave(repeats, (Long) dim, (Long) output_size);
    }

    /** {@code repeat_interleave.self_int(Tensor self, SymInt repeats, int? dim=None, *, SymInt? output_size=None) -> Tensor} */
    default Tensor repeat_interleave(long repeats, Long dim) {
        return repeat_interleave(repeats, dim, (Long) null);
    }

    /** {@code repeat_interleave.self_int(Tensor self, SymInt repeats, int? dim=None, *, SymInt? output_size=None) -> Tensor} */
    default Tensor repeat_interleave(long repeats, long dim) {
        return repeat_interleave(repeats, (Long) dim, (Long) null);
    }

    /** {@code repeat_interleave.self_int(Tensor self, SymInt repeats, int? dim=None, *, SymInt? output_size=None) -> Tensor} */
    default Tensor repeat_interleave(long repeats) {
        return repeat_interleave(repeats, (Long) null, (Long) null);
    }

    /** {@code flip(Tensor self, int[] dims) -> Tensor} */
    default Tensor flip(long... dims) {
        Tensor self = (Tensor) this;
        CallArguments memory = CallArguments.begin();
        long result = gatun_h.gatun_flip(self.handle(), memory.longs(dims), dims.length);
        if (result == 0) {
            throw TorchException.in("flip", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code contiguous(Tensor(a) self, *, MemoryFormat memory_format=contiguous_format) -> Tensor(a)} */
    default Tensor contiguous(MemoryFormat memory_format) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_contiguous(self.handle(), memory_format.code());
        if (result == 0) {
            throw TorchException.in("contiguous", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code contiguous(Tensor(a) self, *, MemoryFormat memory_format=contiguous_format) -> Tensor(a)} */
    default Tensor contiguous() {
        return contiguous(MemoryFormat.CONTIGUOUS);
    }

    /** {@code clone(Tensor self, *, MemoryFormat? memory_format=None) -> Tensor} */
    default Tensor clone(MemoryFormat memory_format) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_clone(self.handle(), CallArguments.memoryFormat(memory_format));
        if (result == 0) {
            throw TorchException.in("clone", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code copy_(Tensor(a!) self, Tensor src, bool non_blocking=False) -> Tensor(a!)} */
    default Tensor copy_(Tensor src, boolean non_blocking) {
        Tensor self = (Tensor) this;
        if (gatun_h.gatun_copy_(self.handle(), src.handle(), non_blocking ? 1 : 0) != 0) {
            throw TorchException.in("copy_", self, src);
        }
        return self;
    }

    /** {@code copy_(Tensor(a!) self, Tensor src, bool non_blocking=False) -> Tensor(a!)} */
    default Tensor copy_(Tensor src) {
        return copy_(src, false);
    }

    /** {@code as_strided(Tensor(a) self, SymInt[] size, SymInt[] stride, SymInt? storage_offset=None) -> Tensor(a)} */
    default Tensor as_strided(long[] size, long[] stride, Long storage_offset) {
        Tensor self = (Tensor) this;
        CallArguments memory = CallArguments.begin();
        long result = gatun_h.gatun_as_strided(self.handle(), memory.longs(size), size.length, memory.longs(stride), stride.length, storage_offset == null ? 0 : storage_offset, storage_offset == null ? 0 : 1);
        if (result == 0) {
            throw TorchException.in("as_strided", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code as_strided(Tensor(a) self, SymInt[] size, SymInt[] stride, SymInt? storage_offset=None) -> Tensor(a)} */
    default Tensor as_strided(long[] size, long[] stride, long storage_offset) {
        return as_strided(size, stride, (Long) storage_offset);
    }

    /** {@code as_strided(Tensor(a) self, SymInt[] size, SymInt[] stride, SymInt? storage_offset=None) -> Tensor(a)} */
    default Tensor as_strided(long[] size, long... stride) {
        return as_strided(size, stride, (Long) null);
    }

    /** {@code diagonal(Tensor(a) self, int offset=0, int dim1=0, int dim2=1) -> Tensor(a)} */
    default Tensor diagonal(long offset, long dim1, long dim2) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_diagonal(self.handle(), offset, dim1, dim2);
        if (result == 0) {
            throw TorchException.in("diagonal", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code diagonal(Tensor(a) self, int offset=0, int dim1=0, int dim2=1) -> Tensor(a)} */
    default Tensor diagonal(long offset, long dim1) {
        return diagonal(offset, dim1, 1L);
    }

    /** {@code diagonal(Tensor(a) self, int offset=0, int dim1=0, int dim2=1) -> Tensor(a)} */
    default Tensor diagonal(long offset) {
        return diagonal(offset, 0L, 1L);
    }

    /** {@code diagonal(Tensor(a) self, int offset=0, int dim1=0, int dim2=1) -> Tensor(a)} */
    default Tensor diagonal() {
        return diagonal(0L, 0L, 1L);
    }

    /** {@code to.dtype(Tensor(a) self, ScalarType dtype, bool non_blocking=False, bool copy=False, MemoryFormat? memory_format=None) -> Tensor(a)} */
    default Tensor to(DType dtype, boolean non_blocking, boolean copy, MemoryFormat memory_format) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_to_dtype(self.handle(), dtype.scalarType(), non_blocking ? 1 : 0, copy ? 1 : 0, CallArguments.memoryFormat(memory_format));
        if (result == 0) {
            throw TorchException.in("to", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code to.dtype(Tensor(a) self, ScalarType dtype, bool non_blocking=False, bool copy=False, MemoryFormat? memory_format=None) -> Tensor(a)} */
    default Tensor to(DType dtype, boolean non_blocking, boolean copy) {
        return to(dtype, non_blocking, copy, (MemoryFormat) null);
    }

    /** {@code to.dtype(Tensor(a) self, ScalarType dtype, bool non_blocking=False, bool copy=False, MemoryFormat? memory_format=None) -> Tensor(a)} */
    default Tensor to(DType dtype, boolean non_blocking) {
        return to(dtype, non_blocking, false, (MemoryFormat) null);
    }

    /** {@code to.dtype(Tensor(a) self, ScalarType dtype, bool non_blocking=False, bool copy=False, MemoryFormat? memory_format=None) -> Tensor(a)} */
    default Tensor to(DType dtype) {
        return to(dtype, false, false, (MemoryFormat) null);
    }

    /** {@code to.dtype_layout(Tensor(a) self, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool non_blocking=False, bool copy=False, MemoryFormat? memory_format=None) -> Tensor(a)} */
    default Tensor to(DType dtype, Device device, boolean non_blocking, boolean copy, MemoryFormat memory_format) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_to_dtype_layout(self.handle(), CallArguments.scalarType(dtype), CallArguments.deviceType(device), CallArguments.deviceIndex(device), non_blocking ? 1 : 0, copy ? 1 : 0, CallArguments.memoryFormat(memory_format));
        if (result == 0) {
            throw TorchException.in("to", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code to.dtype_layout(Tensor(a) self, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool non_blocking=False, bool copy=False, MemoryFormat? memory_format=None) -> Tensor(a)} */
    default Tensor to(DType dtype, Device device, boolean non_blocking, boolean copy) {
        return to(dtype, device, non_blocking, copy, (MemoryFormat) null);
    }

    /** {@code to.dtype_layout(Tensor(a) self, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool non_blocking=False, bool copy=False, MemoryFormat? memory_format=None) -> Tensor(a)} */
    default Tensor to(DType dtype, Device device, boolean non_blocking) {
        return to(dtype, device, non_blocking, false, (MemoryFormat) null);
    }

    /** {@code to.dtype_layout(Tensor(a) self, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool non_blocking=False, bool copy=False, MemoryFormat? memory_format=None) -> Tensor(a)} */
    default Tensor to(DType dtype, Device device) {
        return to(dtype, device, false, false, (MemoryFormat) null);
    }

    /** {@code to.dtype_layout(Tensor(a) self, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool non_blocking=False, bool copy=False, MemoryFormat? memory_format=None) -> Tensor(a)} */
    default Tensor to() {
        return to((DType) null, (Device) null, false, false, (MemoryFormat) null);
    }

    /** {@code fill_.Scalar(Tensor(a!) self, Scalar value) -> Tensor(a!)} */
    default Tensor fill_(double value) {
        Tensor self = (Tensor) this;
        if (gatun_h.gatun_fill__Scalar(self.handle(), ScalarArgument.FLOAT, Double.doubleToRawLongBits(value)) != 0) {
            throw TorchException.in("fill_", self);
        }
        return self;
    }

    /** {@code fill_.Scalar(Tensor(a!) self, Scalar value) -> Tensor(a!)} */
    default Tensor fill_(long value) {
        Tensor self = (Tensor) this;
        if (gatun_h.gatun_fill__Scalar(self.handle(), ScalarArgument.INT, value) != 0) {
            throw TorchException.in("fill_", self);
        }
        return self;
    }

    /** {@code zero_(Tensor(a!) self) -> Tensor(a!)} */
    default Tensor zero_() {
        Tensor self = (Tensor) this;
        if (gatun_h.gatun_zero_(self.handle()) != 0) {
            throw TorchException.in("zero_", self);
        }
        return self;
    }

    /** {@code pixel_shuffle(Tensor self, int upscale_factor) -> Tensor} */
    default Tensor pixel_shuffle(long upscale_factor) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_pixel_shuffle(self.handle(), upscale_factor);
        if (result == 0) {
            throw TorchException.in("pixel_shuffle", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code constant_pad_nd(Tensor self, SymInt[] pad, Scalar value=0) -> Tensor} */
    default Tensor constant_pad_nd(long[] pad, double value) {
        Tensor self = (Tensor) this;
        CallArguments memory = CallArguments.begin();
        long result = gatun_h.gatun_constant_pad_nd(self.handle(), memory.longs(pad), pad.length, ScalarArgument.FLOAT, Double.doubleToRawLongBits(value));
        if (result == 0) {
            throw TorchException.in("constant_pad_nd", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code constant_pad_nd(Tensor self, SymInt[] pad, Scalar value=0) -> Tensor} */
    default Tensor constant_pad_nd(long[] pad, long value) {
        Tensor self = (Tensor) this;
        CallArguments memory = CallArguments.begin();
        long result = gatun_h.gatun_constant_pad_nd(self.handle(), memory.longs(pad), pad.length, ScalarArgument.INT, value);
        if (result == 0) {
            throw TorchException.in("constant_pad_nd", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code constant_pad_nd(Tensor self, SymInt[] pad, Scalar value=0) -> Tensor} */
    default Tensor constant_pad_nd(long... pad) {
        return constant_pad_nd(pad, 0L);
    }
}
