package org.gatun.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.LongStream;

/** A tensor written out: an operand, or an expected result. Integers and booleans are kept as doubles too. */
record Literal(DType dtype, double[] values, long... shape) {

    static Literal f64(double... values) {
        return new Literal(DType.FLOAT64, values, values.length);
    }

    static Literal f32(double... values) {
        return new Literal(DType.FLOAT32, values, values.length);
    }

    static Literal i64(double... values) {
        return new Literal(DType.INT64, values, values.length);
    }

    static Literal bool(double... values) {
        return new Literal(DType.BOOL, values, values.length);
    }

    /** A float64 tensor of no dimensions. */
    static Literal scalar(double value) {
        return f64(value).shaped();
    }

    /** A float64 tensor whose elements, in row-major order, are sin(phase), sin(phase + 1), ...: all of them different. */
    static Literal wave(double phase, long... shape) {
        int size = (int) Arrays.stream(shape).reduce(1, Math::multiplyExact);
        return f64(LongStream.range(0, size)
                        .mapToDouble(k -> Math.sin(phase + k))
                        .toArray())
                .shaped(shape);
    }

    static Literal of(Tensor tensor) {
        return new Literal(tensor.dtype(), tensor.toDoubleArray(), tensor.shape());
    }

    Literal shaped(long... shape) {
        return new Literal(dtype, values, shape);
    }

    Literal map(DoubleUnaryOperator function) {
        return new Literal(dtype, Arrays.stream(values).map(function).toArray(), shape);
    }

    Literal with(int index, double value) {
        double[] changed = values.clone();
        changed[index] = value;
        return new Literal(dtype, changed, shape);
    }

    Tensor tensor() {
        try (Tensor doubles = Tensor.of(values, shape)) {
            return doubles.to(dtype, TestDevice.DEVICE, false, true, null);
        }
    }

    /** Fails unless {@code actual} has this dtype, this shape, and these values up to rounding. */
    void assertMatches(Tensor actual) {
        assertThat(actual.dtype()).isEqualTo(dtype);
        assertThat(actual.shape()).isEqualTo(shape);
        double tolerance = switch (dtype) {
            case FLOAT64 -> 1e-7;
            case FLOAT32 -> 1e-5;
            case FLOAT16, BFLOAT16 -> 1e-2;
            case UINT8, INT8, INT16, INT32, INT64, BOOL -> 0;
        };
        double[] elements = actual.toDoubleArray();
        for (int i = 0; i < values.length; i++) {
            if (Double.isFinite(values[i])) {
                assertThat(elements[i])
                        .as("element %d of %s", i, Arrays.toString(elements))
                        .isCloseTo(values[i], within(tolerance * Math.max(1, Math.abs(values[i]))));
            } else {
                assertThat(elements[i]).as("element %d", i).isEqualTo(values[i]);
            }
        }
    }

    @Override
    public String toString() {
        return dtype.torchName() + Arrays.toString(shape);
    }
}
