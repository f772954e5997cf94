// Generated from ops.txt by `make bindings`; do not edit.
package org.gatun.torch;

import java.lang.foreign.MemorySegment;
import java.util.List;
import org.gatun.torch.ffm.gatun_h;

/** Methods of {@link Tensor}: PyTorch's group "BlasLapack". */
sealed interface BlasLapackOperators permits Tensor {

    /** {@code matmul(Tensor self, Tensor other) -> Tensor} */
    default Tensor matmul(Tensor other) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_matmul(self.handle(), other.handle());
        if (result == 0) {
            throw TorchException.in("matmul", self, other);
        }
        return Tensor.adopt(result);
    }

    /** {@code mm(Tensor self, Tensor mat2) -> Tensor} */
    default Tensor mm(Tensor mat2) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_mm(self.handle(), mat2.handle());
        if (result == 0) {
            throw TorchException.in("mm", self, mat2);
        }
        return Tensor.adopt(result);
    }

    /** {@code bmm(Tensor self, Tensor mat2) -> Tensor} */
    default Tensor bmm(Tensor mat2) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_bmm(self.handle(), mat2.handle());
        if (result == 0) {
            throw TorchException.in("bmm", self, mat2);
        }
        return Tensor.adopt(result);
    }

    /** {@code addmm(Tensor self, Tensor mat1, Tensor mat2, *, Scalar beta=1, Scalar alpha=1) -> Tensor} */
    default Tensor addmm(Tensor mat1, Tensor mat2, double beta, double alpha) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_addmm(self.handle(), mat1.handle(), mat2.handle(), ScalarArgument.FLOAT, Double.doubleToRawLongBits(beta), ScalarArgument.FLOAT, Double.doubleToRawLongBits(alpha));
        if (result == 0) {
            throw TorchException.in("addmm", self, mat1, mat2);
        }
        return Tensor.adopt(result);
    }

    /** {@code addmm(Tensor self, Tensor mat1, Tensor mat2, *, Scalar beta=1, Scalar alpha=1) -> Tensor} */
    default Tensor addmm(Tensor mat1, Tensor mat2, long beta, long alpha) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_addmm(self.handle(), mat1.handle(), mat2.handle(), ScalarArgument.INT, beta, ScalarArgument.INT, alpha);
        if (result == 0) {
            throw TorchException.in("addmm", self, mat1, mat2);
        }
        return Tensor.adopt(result);
    }

    /** {@code addmm(Tensor self, Tensor mat1, Tensor mat2, *, Scalar beta=1, Scalar alpha=1) -> Tensor} */
    default Tensor addmm(Tensor mat1, Tensor mat2, double beta) {
        return addmm(mat1, mat2, beta, 1.0);
    }

    /** {@code addmm(Tensor self, Tensor mat1, Tensor mat2, *, Scalar beta=1, Scalar alpha=1) -> Tensor} */
    default Tensor addmm(Tensor mat1, Tensor mat2, long beta) {
        return addmm(mat1, mat2, beta, 1L);
    }

    /** {@code addmm(Tensor self, Tensor mat1, Tensor mat2, *, Scalar beta=1, Scalar alpha=1) -> Tensor} */
    default Tensor addmm(Tensor mat1, Tensor mat2) {
        return addmm(mat1, mat2, 1L, 1L);
    }

    /** {@code baddbmm(Tensor self, Tensor batch1, Tensor batch2, *, Scalar beta=1, Scalar alpha=1) -> Tensor} */
    default Tensor baddbmm(Tensor batch1, Tensor batch2, double beta, double alpha) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_baddbmm(self.handle(), batch1.handle(), batch2.handle(), ScalarArgument.FLOAT, Double.doubleToRawLongBits(beta), ScalarArgument.FLOAT, Double.doubleToRawLongBits(alpha));
        if (result == 0) {
            throw TorchException.in("baddbmm", self, batch1, batch2);
        }
        return Tensor.adopt(result);
    }

    /** {@code baddbmm(Tensor self, Tensor batch1, Tensor batch2, *, Scalar beta=1, Scalar alpha=1) -> Tensor} */
    default Tensor baddbmm(Tensor batch1, Tensor batch2, long beta, long alpha) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_baddbmm(self.handle(), batch1.handle(), batch2.handle(), ScalarArgument.INT, beta, ScalarArgument.INT, alpha);
        if (result == 0) {
            throw TorchException.in("baddbmm", self, batch1, batch2);
        }
        return Tensor.adopt(result);
    }

    /** {@code baddbmm(Tensor self, Tensor batch1, Tensor batch2, *, Scalar beta=1, Scalar alpha=1) -> Tensor} */
    default Tensor baddbmm(Tensor batch1, Tensor batch2, double beta) {
        return baddbmm(batch1, batch2, beta, 1.0);
    }

    /** {@code baddbmm(Tensor self, Tensor batch1, Tensor batch2, *, Scalar beta=1, Scalar alpha=1) -> Tensor} */
    default Tensor baddbmm(Tensor batch1, Tensor batch2, long beta) {
        return baddbmm(batch1, batch2, beta, 1L);
    }

    /** {@code baddbmm(Tensor self, Tensor batch1, Tensor batch2, *, Scalar beta=1, Scalar alpha=1) -> Tensor} */
    default Tensor baddbmm(Tensor batch1, Tensor batch2) {
        return baddbmm(batch1, batch2, 1L, 1L);
    }

    /** {@code dot(Tensor self, Tensor tensor) -> Tensor} */
    default Tensor dot(Tensor tensor) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_dot(self.handle(), tensor.handle());
        if (result == 0) {
            throw TorchException.in("dot", self, tensor);
        }
        return Tensor.adopt(result);
    }

    /** {@code linalg_eigh(Tensor self, str UPLO="L") -> (Tensor eigenvalues, Tensor eigenvectors)} */
    default LinalgEighResult linalg_eigh(String UPLO) {
        Tensor self = (Tensor) this;
        CallArguments memory = CallArguments.begin();
        MemorySegment results = memory.results(2);
        if (gatun_h.gatun_linalg_eigh(self.handle(), memory.string(UPLO), results) != 0) {
            throw TorchException.in("linalg_eigh", self);
        }
        return new LinalgEighResult(Tensor.adopt(results, 0), Tensor.adopt(results, 1));
    }

    /** {@code linalg_eigh(Tensor self, str UPLO="L") -> (Tensor eigenvalues, Tensor eigenvectors)} */
    default LinalgEighResult linalg_eigh() {
        return linalg_eigh("L");
    }

    /** {@code trace(Tensor self) -> Tensor} */
    default Tensor trace() {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_trace(self.handle());
        if (result == 0) {
            throw TorchException.in("trace", self);
        }
        return Tensor.adopt(result);
    }
}
