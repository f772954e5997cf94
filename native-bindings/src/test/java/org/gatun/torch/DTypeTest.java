package org.gatun.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DTypeTest {

    @ParameterizedTest
    @EnumSource
    void aTensorOfEveryTypeSaysSo(DType dtype) {
        try (Tensor tensor = Torch.ones(new long[] {2, 3}, dtype)) {
            assertThat(tensor.dtype()).isEqualTo(dtype);
            assertThat(tensor.toDoubleArray()).containsOnly(1);
            assertThat(tensor.segment().byteSize()).isEqualTo(6L * dtype.byteSize());
            assertThat(tensor.toString()).startsWith("Tensor[(2, 3) " + dtype.torchName() + ": ");
        }
    }

    @ParameterizedTest
    @EnumSource
    void numbersAreMappedBothWays(DType dtype) {
        assertThat(DType.ofScalarType(dtype.scalarType())).isEqualTo(dtype);
        assertThat(DType.isKnown(dtype.scalarType())).isTrue();
        assertThat(dtype.layout().byteSize()).isEqualTo(dtype.byteSize());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 8, 9, 10, 12, 13, 14, 16, 23, 100})
    void otherNumbersHaveNoType(int scalarType) {
        assertThat(DType.isKnown(scalarType)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DType.ofScalarType(scalarType))
                .withMessageContaining("scalar type " + scalarType);
    }

    @ParameterizedTest
    @EnumSource
    void onlyFloatingPointTensorsCanRequireGradients(DType dtype) {
        try (Tensor tensor = Torch.ones(new long[] {1}, dtype)) {
            boolean accepted;
            try {
                tensor.requires_grad_();
                accepted = true;
            } catch (TorchException e) {
                accepted = false;
            }
            assertThat(accepted).isEqualTo(dtype.isFloatingPoint());
        }
    }
}
