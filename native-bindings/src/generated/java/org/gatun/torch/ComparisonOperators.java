// Generated from ops.txt by `make bindings`; do not edit.
package org.gatun.torch;

import java.lang.foreign.MemorySegment;
import java.util.List;
import org.gatun.torch.ffm.gatun_h;

/** Methods of {@link Tensor}: PyTorch's group "Comparison". */
sealed interface ComparisonOperators permits Tensor {

    /** {@code eq.Scalar(Tensor self, Scalar other) -> Tensor} */
    default Tensor eq(double other) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_eq_Scalar(self.handle(), ScalarArgument.FLOAT, Double.doubleToRawLongBits(other));
        if (result == 0) {
            throw TorchException.in("eq", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code eq.Scalar(Tensor self, Scalar other) -> Tensor} */
    default Tensor eq(long other) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_eq_Scalar(self.handle(), ScalarArgument.INT, other);
        if (result == 0) {
            throw TorchException.in("eq", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code eq.Tensor(Tensor self, Tensor other) -> Tensor} */
    default Tensor eq(Tensor other) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_eq_Tensor(self.handle(), other.handle());
        if (result == 0) {
            throw TorchException.in("eq", self, other);
        }
        return Tensor.adopt(result);
    }

    /** {@code ne.Scalar(Tensor self, Scalar other) -> Tensor} */
    default Tensor ne(double other) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_ne_Scalar(self.handle(), ScalarArgument.FLOAT, Double.doubleToRawLongBits(other));
        if (result == 0) {
            throw TorchException.in("ne", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code ne.Scalar(Tensor self, Scalar other) -> Tensor} */
    default Tensor ne(long other) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_ne_Scalar(self.handle(), ScalarArgument.INT, other);
        if (result == 0) {
            throw TorchException.in("ne", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code ne.Tensor(Tensor self, Tensor other) -> Tensor} */
    default Tensor ne(Tensor other) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_ne_Tensor(self.handle(), other.handle());
        if (result == 0) {
            throw TorchException.in("ne", self, other);
        }
        return Tensor.adopt(result);
    }

    /** {@code lt.Scalar(Tensor self, Scalar other) -> Tensor} */
    default Tensor lt(double other) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_lt_Scalar(self.handle(), ScalarArgument.FLOAT, Double.doubleToRawLongBits(other));
        if (result == 0) {
            throw TorchException.in("lt", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code lt.Scalar(Tensor self, Scalar other) -> Tensor} */
    default Tensor lt(long other) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_lt_Scalar(self.handle(), ScalarArgument.INT, other);
        if (result == 0) {
            throw TorchException.in("lt", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code lt.Tensor(Tensor self, Tensor other) -> Tensor} */
    default Tensor lt(Tensor other) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_lt_Tensor(self.handle(), other.handle());
        if (result == 0) {
            throw TorchException.in("lt", self, other);
        }
        return Tensor.adopt(result);
    }

    /** {@code le.Scalar(Tensor self, Scalar other) -> Tensor} */
    default Tensor le(double other) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_le_Scalar(self.handle(), ScalarArgument.FLOAT, Double.doubleToRawLongBits(other));
        if (result == 0) {
            throw TorchException.in("le", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code le.Scalar(Tensor self, Scalar other) -> Tensor} */
    default Tensor le(long other) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_le_Scalar(self.handle(), ScalarArgument.INT, other);
        if (result == 0) {
            throw TorchException.in("le", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code le.Tensor(Tensor self, Tensor other) -> Tensor} */
    default Tensor le(Tensor other) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_le_Tensor(self.handle(), other.handle());
        if (result == 0) {
            throw TorchException.in("le", self, other);
        }
        return Tensor.adopt(result);
    }

    /** {@code gt.Scalar(Tensor self, Scalar other) -> Tensor} */
    default Tensor gt(double other) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_gt_Scalar(self.handle(), ScalarArgument.FLOAT, Double.doubleToRawLongBits(other));
        if (result == 0) {
            throw TorchException.in("gt", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code gt.Scalar(Tensor self, Scalar other) -> Tensor} */
    default Tensor gt(long other) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_gt_Scalar(self.handle(), ScalarArgument.INT, other);
        if (result == 0) {
            throw TorchException.in("gt", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code gt.Tensor(Tensor self, Tensor other) -> Tensor} */
    default Tensor gt(Tensor other) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_gt_Tensor(self.handle(), other.handle());
        if (result == 0) {
            throw TorchException.in("gt", self, other);
        }
        return Tensor.adopt(result);
    }

    /** {@code ge.Scalar(Tensor self, Scalar other) -> Tensor} */
    default Tensor ge(double other) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_ge_Scalar(self.handle(), ScalarArgument.FLOAT, Double.doubleToRawLongBits(other));
        if (result == 0) {
            throw TorchException.in("ge", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code ge.Scalar(Tensor self, Scalar other) -> Tensor} */
    default Tensor ge(long other) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_ge_Scalar(self.handle(), ScalarArgument.INT, other);
        if (result == 0) {
            throw TorchException.in("ge", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code ge.Tensor(Tensor self, Tensor other) -> Tensor} */
    default Tensor ge(Tensor other) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_ge_Tensor(self.handle(), other.handle());
        if (result == 0) {
            throw TorchException.in("ge", self, other);
        }
        return Tensor.adopt(result);
    }

    /** {@code equal(Tensor self, Tensor other) -> bool} */
    default boolean equal(Tensor other) {
        Tensor self = (Tensor) this;
        int result = gatun_h.gatun_equal(self.handle(), other.handle());
        if (result < 0) {
            throw TorchException.in("equal", self, other);
        }
        return result == 1;
    }

    /** {@code allclose(Tensor self, Tensor other, float rtol=1e-05, float atol=1e-08, bool equal_nan=False) -> bool} */
    default boolean allclose(Tensor other, double rtol, double atol, boolean equal_nan) {
        Tensor self = (Tensor) this;
        int result = gatun_h.gatun_allclose(self.handle(), other.handle(), rtol, atol, equal_nan ? 1 : 0);
        if (result < 0) {
            throw TorchException.in("allclose", self, other);
        }
        return result == 1;
    }

    /** {@code allclose(Tensor self, Tensor other, float rtol=1e-05, float atol=1e-08, bool equal_nan=False) -> bool} */
    default boolean allclose(Tensor other, double rtol, double atol) {
        return allclose(other, rtol, atol, false);
    }

    /** {@code allclose(Tensor self, Tensor other, float rtol=1e-05, float atol=1e-08, bool equal_nan=False) -> bool} */
    default boolean allclose(Tensor other, double rtol) {
        return allclose(other, rtol, 1e-08, false);
    }

    /** {@code allclose(Tensor self, Tensor other, float rtol=1e-05, float atol=1e-08, bool equal_nan=False) -> bool} */
    default boolean allclose(Tensor other) {
        return allclose(other, 1e-05, 1e-08, false);
    }

    /** {@code sort(Tensor self, int dim=-1, bool descending=False) -> (Tensor values, Tensor indices)} */
    default SortResult sort(long dim, boolean descending) {
        Tensor self = (Tensor) this;
        CallArguments memory = CallArguments.begin();
        MemorySegment results = memory.results(2);
        if (gatun_h.gatun_sort(self.handle(), dim, descending ? 1 : 0, results) != 0) {
            throw TorchException.in("sort", self);
        }
        return new SortResult(Tensor.adopt(results, 0), Tensor.adopt(results, 1));
    }

    /** {@code sort(Tensor self, int dim=-1, bool descending=False) -> (Tensor values, Tensor indices)} */
    default SortResult sort(long dim) {
        return sort(dim, false);
    }

    /** {@code sort(Tensor self, int dim=-1, bool descending=False) -> (Tensor values, Tensor indices)} */
    default SortResult sort() {
        return sort(-1L, false);
    }

    /** {@code argsort(Tensor self, int dim=-1, bool descending=False) -> Tensor} */
    default Tensor argsort(long dim, boolean descending) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_argsort(self.handle(), dim, descending ? 1 : 0);
        if (result == 0) {
            throw TorchException.in("argsort", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code argsort(Tensor self, int dim=-1, bool descending=False) -> Tensor} */
    default Tensor argsort(long dim) {
        return argsort(dim, false);
    }

    /** {@code argsort(Tensor self, int dim=-1, bool descending=False) -> Tensor} */
    default Tensor argsort() {
        return argsort(-1L, false);
    }

    /** {@code topk(Tensor self, SymInt k, int dim=-1, bool largest=True, bool sorted=True) -> (Tensor values, Tensor indices)} */
    default TopkResult topk(long k, long dim, boolean largest, boolean sorted) {
        Tensor self = (Tensor) this;
        CallArguments memory = CallArguments.begin();
        MemorySegment results = memory.results(2);
        if (gatun_h.gatun_topk(self.handle(), k, dim, largest ? 1 : 0, sorted ? 1 : 0, results) != 0) {
            throw TorchException.in("topk", self);
        }
        return new TopkResult(Tensor.adopt(results, 0), Tensor.adopt(results, 1));
    }

    /** {@code topk(Tensor self, SymInt k, int dim=-1, bool largest=True, bool sorted=True) -> (Tensor values, Tensor indices)} */
    default TopkResult topk(long k, long dim, boolean largest) {
        return topk(k, dim, largest, true);
    }

    /** {@code topk(Tensor self, SymInt k, int dim=-1, bool largest=True, bool sorted=True) -> (Tensor values, Tensor indices)} */
    default TopkResult topk(long k, long dim) {
        return topk(k, dim, true, true);
    }

    /** {@code topk(Tensor self, SymInt k, int dim=-1, bool largest=True, bool sorted=True) -> (Tensor values, Tensor indices)} */
    default TopkResult topk(long k) {
        return topk(k, -1L, true, true);
    }

    /** {@code one_hot(Tensor self, int num_classes=-1) -> Tensor} */
    default Tensor one_hot(long num_classes) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_one_hot(self.handle(), num_classes);
        if (result == 0) {
            throw TorchException.in("one_hot", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code one_hot(Tensor self, int num_classes=-1) -> Tensor} */
    default Tensor one_hot() {
        return one_hot(-1L);
    }
}
