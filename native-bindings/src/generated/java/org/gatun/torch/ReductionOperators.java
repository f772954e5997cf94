// Generated from ops.txt by `make bindings`; do not edit.
package org.gatun.torch;

import java.lang.foreign.MemorySegment;
import java.util.List;
import org.gatun.torch.ffm.gatun_h;

/** Methods of {@link Tensor}: PyTorch's group "Reduction". */
sealed interface ReductionOperators permits Tensor {

    /** {@code sum(Tensor self, *, ScalarType? dtype=None) -> Tensor} */
    default Tensor sum(DType dtype) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_sum(self.handle(), CallArguments.scalarType(dtype));
        if (result == 0) {
            throw TorchException.in("sum", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code sum(Tensor self, *, ScalarType? dtype=None) -> Tensor} */
    default Tensor sum() {
        return sum((DType) null);
    }

    /** {@code sum.dim_IntList(Tensor self, int[1]? dim, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor} */
    default Tensor sum(long[] dim, boolean keepdim, DType dtype) {
        Tensor self = (Tensor) this;
        CallArguments memory = CallArguments.begin();
        long result = gatun_h.gatun_sum_dim_IntList(self.handle(), memory.longsOrAbsent(dim), dim == null ? 0 : dim.length, keepdim ? 1 : 0, CallArguments.scalarType(dtype));
        if (result == 0) {
            throw TorchException.in("sum", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code sum.dim_IntList(Tensor self, int[1]? dim, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor} */
    default Tensor sum(long[] dim, boolean keepdim) {
        return sum(dim, keepdim, (DType) null);
    }

    /** {@code sum.dim_IntList(Tensor self, int[1]? dim, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor} */
    default Tensor sum(long... dim) {
        return sum(dim, false, (DType) null);
    }

    /** {@code mean(Tensor self, *, ScalarType? dtype=None) -> Tensor} */
    default Tensor mean(DType dtype) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_mean(self.handle(), CallArguments.scalarType(dtype));
        if (result == 0) {
            throw TorchException.in("mean", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code mean(Tensor self, *, ScalarType? dtype=None) -> Tensor} */
    default Tensor mean() {
        return mean((DType) null);
    }

    /** {@code mean.dim(Tensor self, int[1]? dim, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor} */
    default Tensor mean(long[] dim, boolean keepdim, DType dtype) {
        Tensor self = (Tensor) this;
        CallArguments memory = CallArguments.begin();
        long result = gatun_h.gatun_mean_dim(self.handle(), memory.longsOrAbsent(dim), dim == null ? 0 : dim.length, keepdim ? 1 : 0, CallArguments.scalarType(dtype));
        if (result == 0) {
            throw TorchException.in("mean", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code mean.dim(Tensor self, int[1]? dim, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor} */
    default Tensor mean(long[] dim, boolean keepdim) {
        return mean(dim, keepdim, (DType) null);
    }

    /** {@code mean.dim(Tensor self, int[1]? dim, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor} */
    default Tensor mean(long... dim) {
        return mean(dim, false, (DType) null);
    }

    /** {@code var.correction(Tensor self, int[1]? dim=None, *, Scalar? correction=None, bool keepdim=False) -> Tensor} */
    default Tensor var(long[] dim, Number correction, boolean keepdim) {
        Tensor self = (Tensor) this;
        CallArguments memory = CallArguments.begin();
        long result = gatun_h.gatun_var_correction(self.handle(), memory.longsOrAbsent(dim), dim == null ? 0 : dim.length, ScalarArgument.kind(correction), ScalarArgument.bits(correction), keepdim ? 1 : 0);
        if (result == 0) {
            throw TorchException.in("var", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code var.correction(Tensor self, int[1]? dim=None, *, Scalar? correction=None, bool keepdim=False) -> Tensor} */
    default Tensor var(long[] dim, Number correction) {
        return var(dim, correction, false);
    }

    /** {@code var.correction(Tensor self, int[1]? dim=None, *, Scalar? correction=None, bool keepdim=False) -> Tensor} */
    default Tensor var(long... dim) {
        return var(dim, (Number) null, false);
    }

    /** {@code var.correction(Tensor self, int[1]? dim=None, *, Scalar? correction=None, bool keepdim=False) -> Tensor} */
    default Tensor var() {
        return var((long[]) null, (Number) null, false);
    }

    /** {@code var_mean.correction(Tensor self, int[1]? dim=None, *, Scalar? correction=None, bool keepdim=False) -> (Tensor, Tensor)} */
    default VarMeanResult var_mean(long[] dim, Number correction, boolean keepdim) {
        Tensor self = (Tensor) this;
        CallArguments memory = CallArguments.begin();
        MemorySegment results = memory.results(2);
        if (gatun_h.gatun_var_mean_correction(self.handle(), memory.longsOrAbsent(dim), dim == null ? 0 : dim.length, ScalarArgument.kind(correction), ScalarArgument.bits(correction), keepdim ? 1 : 0, results) != 0) {
            throw TorchException.in("var_mean", self);
        }
        return new VarMeanResult(Tensor.adopt(results, 0), Tensor.adopt(results, 1));
    }

    /** {@code var_mean.correction(Tensor self, int[1]? dim=None, *, Scalar? correction=None, bool keepdim=False) -> (Tensor, Tensor)} */
    default VarMeanResult var_mean(long[] dim, Number correction) {
        return var_mean(dim, correction, false);
    }

    /** {@code var_mean.correction(Tensor self, int[1]? dim=None, *, Scalar? correction=None, bool keepdim=False) -> (Tensor, Tensor)} */
    default VarMeanResult var_mean(long... dim) {
        return var_mean(dim, (Number) null, false);
    }

    /** {@code var_mean.correction(Tensor self, int[1]? dim=None, *, Scalar? correction=None, bool keepdim=False) -> (Tensor, Tensor)} */
    default VarMeanResult var_mean() {
        return var_mean((long[]) null, (Number) null, false);
    }

    /** {@code amax(Tensor self, int[1] dim=[], bool keepdim=False) -> Tensor} */
    default Tensor amax(long[] dim, boolean keepdim) {
        Tensor self = (Tensor) this;
        CallArguments memory = CallArguments.begin();
        long result = gatun_h.gatun_amax(self.handle(), memory.longs(dim), dim.length, keepdim ? 1 : 0);
        if (result == 0) {
            throw TorchException.in("amax", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code amax(Tensor self, int[1] dim=[], bool keepdim=False) -> Tensor} */
    default Tensor amax(long... dim) {
        return amax(dim, false);
    }

    /** {@code amax(Tensor self, int[1] dim=[], bool keepdim=False) -> Tensor} */
    default Tensor amax() {
        return amax(new long[0], false);
    }

    /** {@code amin(Tensor self, int[1] dim=[], bool keepdim=False) -> Tensor} */
    default Tensor amin(long[] dim, boolean keepdim) {
        Tensor self = (Tensor) this;
        CallArguments memory = CallArguments.begin();
        long result = gatun_h.gatun_amin(self.handle(), memory.longs(dim), dim.length, keepdim ? 1 : 0);
        if (result == 0) {
            throw TorchException.in("amin", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code amin(Tensor self, int[1] dim=[], bool keepdim=False) -> Tensor} */
    default Tensor amin(long... dim) {
        return amin(dim, false);
    }

    /** {@code amin(Tensor self, int[1] dim=[], bool keepdim=False) -> Tensor} */
    default Tensor amin() {
        return amin(new long[0], false);
    }

    /** {@code max(Tensor self) -> Tensor} */
    default Tensor max() {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_max(self.handle());
        if (result == 0) {
            throw TorchException.in("max", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code min(Tensor self) -> Tensor} */
    default Tensor min() {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_min(self.handle());
        if (result == 0) {
            throw TorchException.in("min", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code max.dim(Tensor self, int dim, bool keepdim=False) -> (Tensor values, Tensor indices)} */
    default MaxResult max(long dim, boolean keepdim) {
        Tensor self = (Tensor) this;
        CallArguments memory = CallArguments.begin();
        MemorySegment results = memory.results(2);
        if (gatun_h.gatun_max_dim(self.handle(), dim, keepdim ? 1 : 0, results) != 0) {
            throw TorchException.in("max", self);
        }
        return new MaxResult(Tensor.adopt(results, 0), Tensor.adopt(results, 1));
    }

    /** {@code max.dim(Tensor self, int dim, bool keepdim=False) -> (Tensor values, Tensor indices)} */
    default MaxResult max(long dim) {
        return max(dim, false);
    }

    /** {@code min.dim(Tensor self, int dim, bool keepdim=False) -> (Tensor values, Tensor indices)} */
    default MinResult min(long dim, boolean keepdim) {
        Tensor self = (Tensor) this;
        CallArguments memory = CallArguments.begin();
        MemorySegment results = memory.results(2);
        if (gatun_h.gatun_min_dim(self.handle(), dim, keepdim ? 1 : 0, results) != 0) {
            throw TorchException.in("min", self);
        }
        return new MinResult(Tensor.adopt(results, 0), Tensor.adopt(results, 1));
    }

    /** {@code min.dim(Tensor self, int dim, bool keepdim=False) -> (Tensor values, Tensor indices)} */
    default MinResult min(long dim) {
        return min(dim, false);
    }

    /** {@code argmax(Tensor self, int? dim=None, bool keepdim=False) -> Tensor} */
    default Tensor argmax(Long dim, boolean keepdim) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_argmax(self.handle(), dim == null ? 0 : dim, dim == null ? 0 : 1, keepdim ? 1 : 0);
        if (result == 0) {
            throw TorchException.in("argmax", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code argmax(Tensor self, int? dim=None, bool keepdim=False) -> Tensor} */
    default Tensor argmax(long dim, boolean keepdim) {
        return argmax((Long) dim, keepdim);
    }

    /** {@code argmax(Tensor self, int? dim=None, bool keepdim=False) -> Tensor} */
    default Tensor argmax(Long dim) {
        return argmax(dim, false);
    }

    /** {@code argmax(Tensor self, int? dim=None, bool keepdim=False) -> Tensor} */
    default Tensor argmax(long dim) {
        return argmax((Long) dim, false);
    }

    /** {@code argmax(Tensor self, int? dim=None, bool keepdim=False) -> Tensor} */
    default Tensor argmax() {
        return argmax((Long) null, false);
    }

    /** {@code argmin(Tensor self, int? dim=None, bool keepdim=False) -> Tensor} */
    default Tensor argmin(Long dim, boolean keepdim) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_argmin(self.handle(), dim == null ? 0 : dim, dim == null ? 0 : 1, keepdim ? 1 : 0);
        if (result == 0) {
            throw TorchException.in("argmin", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code argmin(Tensor self, int? dim=None, bool keepdim=False) -> Tensor} */
    default Tensor argmin(long dim, boolean keepdim) {
        return argmin((Long) dim, keepdim);
    }

    /** {@code argmin(Tensor self, int? dim=None, bool keepdim=False) -> Tensor} */
    default Tensor argmin(Long dim) {
        return argmin(dim, false);
    }

    /** {@code argmin(Tensor self, int? dim=None, bool keepdim=False) -> Tensor} */
    default Tensor argmin(long dim) {
        return argmin((Long) dim, false);
    }

    /** {@code argmin(Tensor self, int? dim=None, bool keepdim=False) -> Tensor} */
    default Tensor argmin() {
        return argmin((Long) null, false);
    }

    /** {@code all(Tensor self) -> Tensor} */
    default Tensor all() {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_all(self.handle());
        if (result == 0) {
            throw TorchException.in("all", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code any(Tensor self) -> Tensor} */
    default Tensor any() {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_any(self.handle());
        if (result == 0) {
            throw TorchException.in("any", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code logsumexp(Tensor self, int[1] dim, bool keepdim=False) -> Tensor} */
    default Tensor logsumexp(long[] dim, boolean keepdim) {
        Tensor self = (Tensor) this;
        CallArguments memory = CallArguments.begin();
        long result = gatun_h.gatun_logsumexp(self.handle(), memory.longs(dim), dim.length, keepdim ? 1 : 0);
        if (result == 0) {
            throw TorchException.in("logsumexp", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code logsumexp(Tensor self, int[1] dim, bool keepdim=False) -> Tensor} */
    default Tensor logsumexp(long... dim) {
        return logsumexp(dim, false);
    }

    /** {@code linalg_vector_norm(Tensor self, Scalar ord=2, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor} */
    default Tensor linalg_vector_norm(double ord, long[] dim, boolean keepdim, DType dtype) {
        Tensor self = (Tensor) this;
        CallArguments memory = CallArguments.begin();
        long result = gatun_h.gatun_linalg_vector_norm(self.handle(), ScalarArgument.FLOAT, Double.doubleToRawLongBits(ord), memory.longsOrAbsent(dim), dim == null ? 0 : dim.length, keepdim ? 1 : 0, CallArguments.scalarType(dtype));
        if (result == 0) {
            throw TorchException.in("linalg_vector_norm", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code linalg_vector_norm(Tensor self, Scalar ord=2, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor} */
    default Tensor linalg_vector_norm(long ord, long[] dim, boolean keepdim, DType dtype) {
        Tensor self = (Tensor) this;
        CallArguments memory = CallArguments.begin();
        long result = gatun_h.gatun_linalg_vector_norm(self.handle(), ScalarArgument.INT, ord, memory.longsOrAbsent(dim), dim == null ? 0 : dim.length, keepdim ? 1 : 0, CallArguments.scalarType(dtype));
        if (result == 0) {
            throw TorchException.in("linalg_vector_norm", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code linalg_vector_norm(Tensor self, Scalar ord=2, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor} */
    default Tensor linalg_vector_norm(double ord, long[] dim, boolean keepdim) {
        return linalg_vector_norm(ord, dim, keepdim, (DType) null);
    }

    /** {@code linalg_vector_norm(Tensor self, Scalar ord=2, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor} */
    default Tensor linalg_vector_norm(long ord, long[] dim, boolean keepdim) {
        return linalg_vector_norm(ord, dim, keepdim, (DType) null);
    }

    /** {@code linalg_vector_norm(Tensor self, Scalar ord=2, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor} */
    default Tensor linalg_vector_norm(double ord, long... dim) {
        return linalg_vector_norm(ord, dim, false, (DType) null);
    }

    /** {@code linalg_vector_norm(Tensor self, Scalar ord=2, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor} */
    default Tensor linalg_vector_norm(long ord, long[] dim) {
        return linalg_vector_norm(ord, dim, false, (DType) null);
    }

    /** {@code linalg_vector_norm(Tensor self, Scalar ord=2, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor} */
    default Tensor linalg_vector_norm(double ord) {
        return linalg_vector_norm(ord, (long[]) null, false, (DType) null);
    }

    /** {@code linalg_vector_norm(Tensor self, Scalar ord=2, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor} */
    default Tensor linalg_vector_norm(long ord) {
        return linalg_vector_norm(ord, (long[]) null, false, (DType) null);
    }

    /** {@code linalg_vector_norm(Tensor self, Scalar ord=2, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor} */
    default Tensor linalg_vector_norm() {
        return linalg_vector_norm(2L, (long[]) null, false, (DType) null);
    }

    /** {@code cumsum(Tensor self, int dim, *, ScalarType? dtype=None) -> Tensor} */
    default Tensor cumsum(long dim, DType dtype) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_cumsum(self.handle(), dim, CallArguments.scalarType(dtype));
        if (result == 0) {
            throw TorchException.in("cumsum", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code cumsum(Tensor self, int dim, *, ScalarType? dtype=None) -> Tensor} */
    default Tensor cumsum(long dim) {
        return cumsum(dim, (DType) null);
    }

    /** {@code histc(Tensor self, int bins=100, Scalar min=0, Scalar max=0) -> Tensor} */
    default Tensor histc(long bins, double min, double max) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_histc(self.handle(), bins, ScalarArgument.FLOAT, Double.doubleToRawLongBits(min), ScalarArgument.FLOAT, Double.doubleToRawLongBits(max));
        if (result == 0) {
            throw TorchException.in("histc", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code histc(Tensor self, int bins=100, Scalar min=0, Scalar max=0) -> Tensor} */
    default Tensor histc(long bins, long min, long max) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_histc(self.handle(), bins, ScalarArgument.INT, min, ScalarArgument.INT, max);
        if (result == 0) {
            throw TorchException.in("histc", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code histc(Tensor self, int bins=100, Scalar min=0, Scalar max=0) -> Tensor} */
    default Tensor histc(long bins, double min) {
        return histc(bins, min, 0.0);
    }

    /** {@code histc(Tensor self, int bins=100, Scalar min=0, Scalar max=0) -> Tensor} */
    default Tensor histc(long bins, long min) {
        return histc(bins, min, 0L);
    }

    /** {@code histc(Tensor self, int bins=100, Scalar min=0, Scalar max=0) -> Tensor} */
    default Tensor histc(long bins) {
        return histc(bins, 0L, 0L);
    }

    /** {@code histc(Tensor self, int bins=100, Scalar min=0, Scalar max=0) -> Tensor} */
    default Tensor histc() {
        return histc(100L, 0L, 0L);
    }

    /** {@code _unique2(Tensor self, bool sorted=True, bool return_inverse=False, bool return_counts=False) -> (Tensor, Tensor, Tensor)} */
    default UniqueResult _unique2(boolean sorted, boolean return_inverse, boolean return_counts) {
        Tensor self = (Tensor) this;
        CallArguments memory = CallArguments.begin();
        MemorySegment results = memory.results(3);
        if (gatun_h.gatun__unique2(self.handle(), sorted ? 1 : 0, return_inverse ? 1 : 0, return_counts ? 1 : 0, results) != 0) {
            throw TorchException.in("_unique2", self);
        }
        return new UniqueResult(Tensor.adopt(results, 0), Tensor.adopt(results, 1), Tensor.adopt(results, 2));
    }

    /** {@code _unique2(Tensor self, bool sorted=True, bool return_inverse=False, bool return_counts=False) -> (Tensor, Tensor, Tensor)} */
    default UniqueResult _unique2(boolean sorted, boolean return_inverse) {
        return _unique2(sorted, return_inverse, false);
    }

    /** {@code _unique2(Tensor self, bool sorted=True, bool return_inverse=False, bool return_counts=False) -> (Tensor, Tensor, Tensor)} */
    default UniqueResult _unique2(boolean sorted) {
        return _unique2(sorted, false, false);
    }

    /** {@code _unique2(Tensor self, bool sorted=True, bool return_inverse=False, bool return_counts=False) -> (Tensor, Tensor, Tensor)} */
    default UniqueResult _unique2() {
        return _unique2(true, false, false);
    }

    /** {@code count_nonzero(Tensor self, int? dim=None) -> Tensor} */
    default Tensor count_nonzero(Long dim) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_count_nonzero(self.handle(), dim == null ? 0 : dim, dim == null ? 0 : 1);
        if (result == 0) {
            throw TorchException.in("count_nonzero", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code count_nonzero(Tensor self, int? dim=None) -> Tensor} */
    default Tensor count_nonzero(long dim) {
        return count_nonzero((Long) dim);
    }

    /** {@code count_nonzero(Tensor self, int? dim=None) -> Tensor} */
    default Tensor count_nonzero() {
        return count_nonzero((Long) null);
    }
}
