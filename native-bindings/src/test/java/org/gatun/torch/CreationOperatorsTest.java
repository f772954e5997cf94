package org.gatun.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatun.torch.DType.BFLOAT16;
import static org.gatun.torch.DType.FLOAT32;
import static org.gatun.torch.DType.FLOAT64;
import static org.gatun.torch.DType.INT64;
import static org.gatun.torch.Literal.f32;
import static org.gatun.torch.Literal.f64;
import static org.gatun.torch.Literal.i64;
import static org.gatun.torch.Literal.wave;
import static org.gatun.torch.OperatorCase.op;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CreationOperatorsTest {

    private static final long[] TWO_BY_TWO = {2, 2};

    static Stream<OperatorCase> rows() {
        return Stream.of(
                op("empty.memory_format", () -> Torch.empty(TWO_BY_TWO, FLOAT64).zero_())
                        .gives(f64(0, 0, 0, 0).shaped(2, 2)),
                op("empty_like", x -> x.empty_like().zero_(), i64(1, 2)).gives(i64(0, 0)),
                op("empty_like", x -> x.empty_like(FLOAT32, Device.CPU).zero_(), i64(1, 2))
                        .gives(f32(0, 0)),
                op("zeros", () -> Torch.zeros(2, 2)).gives(f32(0, 0, 0, 0).shaped(2, 2)),
                op("zeros", () -> Torch.zeros(TWO_BY_TWO, FLOAT64, TestDevice.DEVICE))
                        .gives(f64(0, 0, 0, 0).shaped(2, 2)),
                op("zeros_like", x -> x.zeros_like(), f64(1, 2)).gives(f64(0, 0)),
                op("ones", () -> Torch.ones(TWO_BY_TWO, INT64, TestDevice.DEVICE))
                        .gives(i64(1, 1, 1, 1).shaped(2, 2)),
                op("ones_like", x -> x.ones_like(FLOAT32), i64(7, 8)).gives(f32(1, 1)),
                op("full", () -> Torch.full(new long[] {3}, 2)).gives(i64(2, 2, 2)),
                op("full", () -> Torch.full(new long[] {3}, 2.5)).gives(f32(2.5, 2.5, 2.5)),
                op("full", () -> Torch.full(new long[] {}, 7, FLOAT64, TestDevice.DEVICE))
                        .gives(Literal.scalar(7)),
                op("full_like", x -> x.full_like(4), i64(0, 0)).gives(i64(4, 4)),
                op("full_like", x -> x.full_like(0.5, FLOAT64), i64(0, 0)).gives(f64(0.5, 0.5)),
                op("arange", () -> Torch.arange(3, INT64, TestDevice.DEVICE)).gives(i64(0, 1, 2)),
                op("arange", () -> Torch.arange(2.5)).gives(f32(0, 1, 2)),
                op("arange.start", () -> Torch.arange(-1, 2)).gives(i64(-1, 0, 1)),
                op("arange.start", () -> Torch.arange(0.5, 2.0, FLOAT64, TestDevice.DEVICE))
                        .gives(f64(0.5, 1.5)),
                op("arange.start_step", () -> Torch.arange(5, 0, -2)).gives(i64(5, 3, 1)),
                op("arange.start_step", () -> Torch.arange(0, 1, 0.25, FLOAT64, TestDevice.DEVICE))
                        .gives(f64(0, 0.25, 0.5, 0.75)));
    }

    @TestFactory
    Stream<DynamicTest> operators() {
        return rows().flatMap(OperatorCase::tests);
    }

    @Test
    void aMemoryFormatDecidesTheStrides() {
        try (var _ = TensorScope.open()) {
            long[] size = {2, 3, 4, 5};
            assertThat(Torch.empty(size, BFLOAT16, Device.CPU, MemoryFormat.CONTIGUOUS)
                            .strides())
                    .containsExactly(60, 20, 5, 1);
            Tensor channelsLast = Torch.empty(size, BFLOAT16, Device.CPU, MemoryFormat.CHANNELS_LAST);
            assertThat(channelsLast.strides()).containsExactly(60, 1, 15, 3);
            assertThat(channelsLast
                            .zeros_like(null, null, MemoryFormat.PRESERVE)
                            .strides())
                    .containsExactly(60, 1, 15, 3);
        }
    }

    @Test
    void aTensorFromAnArrayHoldsACopyInRowMajorOrder() {
        try (var _ = TensorScope.open()) {
            double[] data = wave(0, 6).values();
            Tensor tensor = Tensor.of(data, 2, 3);
            double expected = data[5];
            data[5] = 100;
            assertThat(tensor.select(0, 1).select(0, 2).item()).isEqualTo(expected);
        }
    }
}
