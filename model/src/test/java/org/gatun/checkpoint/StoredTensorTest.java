package org.gatun.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.gatun.torch.DType;
import org.junit.jupiter.api.Test;

class StoredTensorTest {
    @Test
    void shapeCannotBeChangedFromOutside() {
        long[] shape = {2};
        StoredTensor tensor = TensorData.floats(shape, 1, 2);
        shape[0] = 5;
        tensor.shape()[0] = 6;
        assertThat(tensor.shape()).containsExactly(2);
    }

    @Test
    void equalityIsByTypeShapeAndElements() {
        StoredTensor tensor = TensorData.floats(new long[] {2, 1}, 1, 2);
        assertThat(tensor)
                .isEqualTo(TensorData.floats(new long[] {2, 1}, 1, 2))
                .hasSameHashCodeAs(TensorData.floats(new long[] {2, 1}, 1, 2))
                .isNotEqualTo(TensorData.floats(new long[] {1, 2}, 1, 2))
                .isNotEqualTo(TensorData.floats(new long[] {2, 1}, 1, 3))
                .isNotEqualTo(TensorData.counting(DType.INT32, 2, 1));
    }

    @Test
    void memoryMustBeOfTheRightSizeNativeAndAligned() {
        MemorySegment memory = Arena.ofAuto().allocate(16, 8);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StoredTensor(DType.FLOAT32, new long[] {3}, memory))
                .withMessageContaining("takes 12 bytes, not 16");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StoredTensor(DType.UINT8, new long[] {2}, MemorySegment.ofArray(new byte[2])))
                .withMessageContaining("native");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StoredTensor(DType.FLOAT32, new long[] {1}, memory.asSlice(1, 4)))
                .withMessageContaining("aligned");
    }
}
