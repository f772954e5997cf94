package org.gatun.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.AbstractList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Construction, metadata and reading. */
class TensorTest {

    private TensorScope scope;

    @BeforeEach
    void open() {
        scope = TensorScope.open();
    }

    @AfterEach
    void close() {
        scope.close();
    }

    @Test
    void arraysOfEachKindBecomeTensorsOfTheirDtype() {
        assertThat(Tensor.of(1, 2).dtype()).isEqualTo(DType.FLOAT32);
        assertThat(Tensor.of(new float[] {1, 2}, 2, 1).dtype()).isEqualTo(DType.FLOAT32);
        assertThat(Tensor.of(new double[] {1}, 1).dtype()).isEqualTo(DType.FLOAT64);
        assertThat(Tensor.of(new long[] {1}, 1).dtype()).isEqualTo(DType.INT64);
        assertThat(Tensor.of(new int[] {1}, 1).dtype()).isEqualTo(DType.INT32);
        Tensor bytes = Tensor.of(new byte[] {-1, 0}, 2);
        assertThat(bytes.dtype()).isEqualTo(DType.UINT8);
        assertThat(bytes.toIntArray()).containsExactly(255, 0);
    }

    @Test
    void anArrayMustFillItsShape() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tensor.of(new double[] {1, 2, 3}))
                .withMessage("an array of 3 elements does not fill the shape []");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tensor.of(new float[] {1, 2, 3}, 2))
                .withMessage("an array of 3 elements does not fill the shape [2]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tensor.of(new float[] {1, 2, 3}, 2, 2))
                .withMessage("an array of 3 elements does not fill the shape [2, 2]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tensor.of(new long[] {1}, 1L << 40, 1L << 40))
                .withMessage("the shape [1099511627776, 1099511627776] is too large");
    }

    @Test
    void copyOfTakesTheFirstElementsOfAnySegment() {
        MemorySegment heap = MemorySegment.ofArray(new float[] {1, 2, 3});
        assertThat(Tensor.copyOf(heap, DType.FLOAT32, 2).toFloatArray()).containsExactly(1, 2);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment confined = arena.allocateFrom(ValueLayout.JAVA_INT, 4, 5);
            assertThat(Tensor.copyOf(confined.asReadOnly(), DType.INT32, 2, 1).toIntArray())
                    .containsExactly(4, 5);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tensor.copyOf(heap, DType.FLOAT64, 2))
                .withMessage("shape [2] of float64 takes 16 bytes; there are 12");
    }

    @Test
    void emptyTensorsAndTensorsWithoutDimensionsAreTensorsToo() {
        Tensor empty = Tensor.of(new float[0], 0, 3);
        assertThat(empty.shape()).containsExactly(0, 3);
        assertThat(empty.numel()).isZero();
        assertThat(empty.isContiguous()).isTrue();
        assertThat(Torch.empty(3, 0, 2).transpose(0, 2).isContiguous()).isTrue();
        assertThat(empty.toFloatArray()).isEmpty();
        assertThat(empty.segment().byteSize()).isZero();

        Tensor scalar = Tensor.of(new float[] {7});
        assertThat(scalar.shape()).containsExactly(1);
        Tensor noDimensions = Tensor.of(new double[] {7});
        assertThat(noDimensions.shape()).isEmpty();
        assertThat(noDimensions.dim()).isZero();
        assertThat(noDimensions.numel()).isEqualTo(1);
    }

    @Test
    void metadataIsThatOfLibtorch() {
        Tensor tensor = Torch.zeros(2, 3, 4).transpose(0, 2);
        assertThat(tensor.dim()).isEqualTo(3);
        assertThat(tensor.numel()).isEqualTo(24);
        assertThat(tensor.shape()).containsExactly(4, 3, 2);
        assertThat(tensor.strides()).containsExactly(1, 4, 12);
        assertThat(tensor.size(0)).isEqualTo(4);
        assertThat(tensor.size(-1)).isEqualTo(2);
        assertThat(tensor.stride(-1)).isEqualTo(12);
        assertThat(tensor.device()).isEqualTo(Device.CPU);
        assertThat(tensor.isContiguous()).isFalse();
        assertThat(tensor.contiguous().isContiguous()).isTrue();
    }

    @Test
    void aDimensionThatIsNotThereIsNamed() {
        Tensor tensor = Torch.zeros(2, 3);
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> tensor.size(2))
                .withMessage("no dimension 2 in a tensor of 2 dimensions");
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> tensor.stride(-3))
                .withMessage("no dimension -3 in a tensor of 2 dimensions");
        Tensor noDimensions = tensor.sum();
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> noDimensions.size(0));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> noDimensions.size(-1));
    }

    @Test
    void onesInTheShapeDoNotCountForContiguity() {
        assertThat(Torch.zeros(4, 1, 3).transpose(0, 1).isContiguous()).isTrue();
        assertThat(Torch.zeros(3).expand(2, 3).isContiguous()).isFalse();
        assertThat(Torch.zeros(4).slice(0, 0, 4, 2).isContiguous()).isFalse();
    }

    @Test
    void readingConvertsAndTakesRowMajorOrder() {
        Tensor matrix = Tensor.of(new double[] {1.5, 2, 3, -4.5}, 2, 2).t();
        assertThat(matrix.toDoubleArray()).containsExactly(1.5, 3, 2, -4.5);
        assertThat(matrix.toFloatArray()).containsExactly(1.5f, 3, 2, -4.5f);
        assertThat(matrix.toLongArray()).containsExactly(1, 3, 2, -4);
        assertThat(matrix.toIntArray()).containsExactly(1, 3, 2, -4);
        assertThat(matrix.requires_grad_().mul(2).toFloatArray()).containsExactly(3, 6, 4, -9);
        assertThat(matrix.to(DType.BFLOAT16).toFloatArray()).containsExactly(1.5f, 3, 2, -4.5f);
    }

    @Test
    void itemReadsTheOnlyElementOfAnyDtype() {
        assertThat(Tensor.of(2.5f).item()).isEqualTo(2.5);
        assertThat(Tensor.of(2.5f).itemLong()).isEqualTo(2);
        assertThat(Tensor.of(new long[] {Long.MAX_VALUE}, 1, 1).itemLong()).isEqualTo(Long.MAX_VALUE);
        assertThat(Tensor.of(1).gt(0).item()).isEqualTo(1);
        assertThat(Tensor.of(1).gt(0).itemLong()).isEqualTo(1);
        assertThat(Tensor.of(Float.NaN).itemLong()).isZero();
        assertThat(Tensor.of(new double[] {-1e300}, 1).itemLong()).isEqualTo(Long.MIN_VALUE);
        assertThat(Tensor.of(Float.POSITIVE_INFINITY).itemLong()).isEqualTo(Long.MAX_VALUE);
        assertThat(Tensor.of(0.5f).to(DType.FLOAT16).item()).isEqualTo(0.5);
        assertThat(Tensor.of(0.5f).to(DType.BFLOAT16).item()).isEqualTo(0.5);
        assertThat(Tensor.of(new byte[] {-1}, 1).itemLong()).isEqualTo(255);
    }

    @Test
    void textShowsShapeDtypeAndValues() {
        assertThat(Tensor.of(new double[] {1, -2.5, Double.NaN, 1e10}, 2, 2))
                .hasToString("Tensor[(2, 2) float64: [[1.0000, -2.5000], [NaN, 1.0000e+10]]]");
        assertThat(Tensor.of(7).sum()).hasToString("Tensor[() float32: 7.0000]");
        assertThat(Torch.zeros(0)).hasToString("Tensor[(0) float32: []]");
        assertThat(Torch.zeros(1_000_000_000, 0).toString())
                .contains("(1000000000, 0)", ", ..., ")
                .hasSizeLessThan(200);
        assertThat(Tensor.of(1, 0).gt(0)).hasToString("Tensor[(2) bool: [1, 0]]");
    }

    @Test
    void aCopyThatFailsLeavesNoTensorBehind() {
        Arena arena = Arena.ofConfined();
        MemorySegment gone = arena.allocate(16);
        arena.close();
        long live = Tensor.liveCount();

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> Tensor.copyOf(gone, DType.FLOAT32, 4));
        assertThat(Tensor.liveCount()).isEqualTo(live);
    }

    @Test
    void aListThatCallsOperatorsWhileItIsReadIsRefused() {
        Tensor x = Tensor.of(1, 2);
        List<Tensor> lazy = new AbstractList<>() {
            @Override
            public Tensor get(int index) {
                return x.view(1, 2);
            }

            @Override
            public int size() {
                return 2;
            }
        };

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> Torch.cat(lazy))
                .withMessageContaining("copy it first");
    }

    @Test
    void textShowsEveryDigitOfIntegers() {
        assertThat(Tensor.of(new long[] {(1L << 53) + 1, Long.MIN_VALUE}, 2))
                .hasToString("Tensor[(2) int64: [9007199254740993, -9223372036854775808]]");
    }

    @Test
    void textShortensWhatIsLong() {
        assertThat(Torch.arange(1000)).hasToString("Tensor[(1000) int64: [0, 1, 2, ..., 997, 998, 999]]");
        assertThat(Torch.zeros(1001, 1000)).hasToString("Tensor[(1001, 1000) float32]");
    }
}
