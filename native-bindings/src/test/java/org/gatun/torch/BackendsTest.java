package org.gatun.torch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BackendsTest {

    private static final Float32MatmulPrecision[] PRECISIONS = Float32MatmulPrecision.values();

    @AfterEach
    void restore() {
        Backends.setFloat32MatmulPrecision(Float32MatmulPrecision.HIGHEST);
        Backends.setAllowTf32Convolution(true);
        Backends.setBenchmarkCudnn(false);
    }

    @Test
    void highestPrecisionAloneIsWithoutTf32() {
        for (Float32MatmulPrecision precision : PRECISIONS) {
            Backends.setFloat32MatmulPrecision(precision);
            assertThat(Backends.allowTf32Matmul())
                    .as(precision.torchName())
                    .isEqualTo(precision != Float32MatmulPrecision.HIGHEST);
        }
    }

    @Test
    void tf32IsSwitchedForProductsAndConvolutions() {
        Backends.setAllowTf32(true);
        assertThat(Backends.allowTf32Matmul()).isTrue();
        Backends.setAllowTf32(false);
        assertThat(Backends.allowTf32Matmul()).isFalse();
    }

    @Test
    void theSearchForConvolutionsIsSwitched() {
        assertThat(Backends.benchmarkCudnn()).isFalse();
        Backends.setBenchmarkCudnn(true);
        assertThat(Backends.benchmarkCudnn()).isTrue();
    }

    /** Numbers of the CPU are those of before: the settings are a GPU's. */
    @Test
    void float32StaysFloat32OnTheCpu() {
        try (var _ = TensorScope.open()) {
            Tensor x = Torch.full(new long[] {1, 1}, 1 + 0x1p-20, DType.FLOAT32, Device.CPU);
            Backends.setAllowTf32(true);
            assertThat(x.matmul(Torch.ones(1, 1)).item()).isEqualTo(1 + 0x1p-20);
        }
    }
}
