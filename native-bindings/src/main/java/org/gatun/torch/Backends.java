package org.gatun.torch;

import org.gatun.torch.ffm.gatun_h;

/**
 * How the libraries below libtorch compute ({@code torch.backends}). Process-wide. They can be set with any libtorch; those of CUDA
 * matter on a GPU only.
 */
public final class Backends {

    static {
        LibTorch.load();
    }

    private Backends() {}

    /**
     * Whether products of matrices and convolutions of float32 may use TF32 on a GPU. Libtorch's own beginning is half of each:
     * convolutions may, products may not.
     */
    public static void setAllowTf32(boolean allow) {
        setFloat32MatmulPrecision(allow ? Float32MatmulPrecision.HIGH : Float32MatmulPrecision.HIGHEST);
        setAllowTf32Convolution(allow);
    }

    public static void setFloat32MatmulPrecision(Float32MatmulPrecision precision) {
        int status =
                gatun_h.gatun_set_float32_matmul_precision(CallArguments.begin().string(precision.torchName()));
        Cuda.check(status, "set_float32_matmul_precision");
    }

    /** Whether products of float32 matrices may use TF32 on a GPU. */
    public static boolean allowTf32Matmul() {
        return flag(gatun_h.gatun_allow_tf32_cublas(), "allow_tf32");
    }

    /** Whether convolutions of float32 may use TF32 on a GPU. */
    public static void setAllowTf32Convolution(boolean allow) {
        Cuda.check(gatun_h.gatun_set_allow_tf32_cudnn(allow ? 1 : 0), "allow_tf32");
    }

    /** Whether cuDNN tries its convolutions when it meets a shape, and takes the fastest. */
    public static boolean benchmarkCudnn() {
        return flag(gatun_h.gatun_benchmark_cudnn(), "benchmark");
    }

    /** Pays where shapes repeat, as in training; which convolution wins, and so the rounding, may differ from run to run. */
    public static void setBenchmarkCudnn(boolean benchmark) {
        Cuda.check(gatun_h.gatun_set_benchmark_cudnn(benchmark ? 1 : 0), "benchmark");
    }

    private static boolean flag(int value, String function) {
        if (value < 0) {
            throw TorchException.in(function);
        }
        return value == 1;
    }
}
