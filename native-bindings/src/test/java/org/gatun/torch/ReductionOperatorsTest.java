package org.gatun.torch;

import static org.gatun.torch.Literal.bool;
import static org.gatun.torch.Literal.f32;
import static org.gatun.torch.Literal.f64;
import static org.gatun.torch.Literal.i64;
import static org.gatun.torch.Literal.scalar;
import static org.gatun.torch.OperatorCase.op;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ReductionOperatorsTest {

    //  3  1 2
    // -4 -6 5
    private static final Literal M = f64(3, 1, 2, -4, -6, 5).shaped(2, 3);
    private static final Literal INTEGERS = i64(3, 1, 2, -4, -6, 5).shaped(2, 3);
    private static final long[] ROWS = {1};

    static Stream<OperatorCase> rows() {
        return Stream.of(sums(), extremes(), others()).flatMap(rows -> rows);
    }

    private static Stream<OperatorCase> sums() {
        return Stream.of(
                op("sum", x -> x.sum(), M).gives(scalar(1)).differentiable(),
                op("sum", x -> x.sum(DType.FLOAT32), INTEGERS).gives(f32(1).shaped()),
                op("sum.dim_IntList", x -> x.sum(1), M).gives(f64(6, -5)).differentiable(),
                op("sum.dim_IntList", x -> x.sum(new long[] {0, -1}, true), M)
                        .gives(f64(1).shaped(1, 1))
                        .differentiable(),
                op("sum.dim_IntList", x -> x.sum(null, false, DType.FLOAT64), INTEGERS)
                        .gives(scalar(1)),
                op("mean", x -> x.mean(), M).gives(scalar(1 / 6.0)).differentiable(),
                op("mean", x -> x.mean(DType.FLOAT64), INTEGERS).gives(scalar(1 / 6.0)),
                op("mean.dim", x -> x.mean(0), M).gives(f64(-0.5, -2.5, 3.5)).differentiable(),
                op("mean.dim", x -> x.mean(ROWS, true), M)
                        .gives(f64(2, -5 / 3.0).shaped(2, 1)),
                op("var.correction", x -> x.var(), f64(1, 2, 3, 6))
                        .gives(scalar(14 / 3.0))
                        .differentiable(),
                op("var.correction", x -> x.var(ROWS, 0, true), f64(1, 2, 3, 6).shaped(1, 4))
                        .gives(f64(3.5).shaped(1, 1))
                        .differentiable(),
                op("var_mean.correction", x -> x.var_mean(), f64(1, 2, 3, 6))
                        .gives(scalar(14 / 3.0), scalar(3))
                        .differentiable(),
                op(
                                "var_mean.correction",
                                x -> x.var_mean(ROWS, 0L),
                                f64(1, 2, 3, 6).shaped(1, 4))
                        .gives(f64(3.5), f64(3)),
                op("logsumexp", x -> x.logsumexp(1), M)
                        .gives(f64(
                                Math.log(Math.exp(3) + Math.exp(1) + Math.exp(2)),
                                Math.log(Math.exp(-4) + Math.exp(-6) + Math.exp(5))))
                        .differentiable(),
                op("logsumexp", x -> x.logsumexp(ROWS, true), f64(0, 0).shaped(1, 2))
                        .gives(f64(Math.log(2)).shaped(1, 1)),
                op("cumsum", x -> x.cumsum(1), M)
                        .gives(f64(3, 4, 6, -4, -10, -5).shaped(2, 3))
                        .differentiable(),
                op("cumsum", x -> x.cumsum(0, DType.FLOAT32), i64(1, 2)).gives(f32(1, 3)));
    }

    private static Stream<OperatorCase> extremes() {
        return Stream.of(
                op("amax", x -> x.amax(), M).gives(scalar(5)).differentiable(),
                op("amax", x -> x.amax(ROWS, true), M)
                        .gives(f64(3, 5).shaped(2, 1))
                        .differentiable(),
                op("amin", x -> x.amin(), M).gives(scalar(-6)),
                op("amin", x -> x.amin(0), M).gives(f64(-4, -6, 2)).differentiable(),
                op("max", x -> x.max(), M).gives(scalar(5)).differentiable(),
                op("min", x -> x.min(), INTEGERS).gives(i64(-6).shaped()),
                op("min", x -> x.min(), M).gives(scalar(-6)).differentiable(),
                op("max.dim", x -> x.max(1), M).gives(f64(3, 5), i64(0, 2)).differentiable(),
                op("max.dim", x -> x.max(0, true), M)
                        .gives(f64(3, 1, 5).shaped(1, 3), i64(0, 0, 1).shaped(1, 3)),
                op("min.dim", x -> x.min(-1), M).gives(f64(1, -6), i64(1, 1)).differentiable(),
                op("argmax", x -> x.argmax(), M).gives(i64(5).shaped()),
                op("argmax", x -> x.argmax(null, false), M).gives(i64(5).shaped()),
                op("argmax", x -> x.argmax(1, true), M).gives(i64(0, 2).shaped(2, 1)),
                op("argmin", x -> x.argmin(), M).gives(i64(4).shaped()),
                op("argmin", x -> x.argmin(0), M).gives(i64(1, 1, 0)));
    }

    private static Stream<OperatorCase> others() {
        return Stream.of(
                op("all", x -> x.all(), bool(1, 1, 0)).gives(bool(0).shaped()),
                op("all", x -> x.all(), bool(1, 1)).gives(bool(1).shaped()),
                op("any", x -> x.any(), bool(0, 1)).gives(bool(1).shaped()),
                op("any", x -> x.any(), bool(0, 0)).gives(bool(0).shaped()),
                op("linalg_vector_norm", x -> x.linalg_vector_norm(), M)
                        .gives(scalar(Math.sqrt(91)))
                        .differentiable(),
                op("linalg_vector_norm", x -> x.linalg_vector_norm(1, ROWS, true), M)
                        .gives(f64(6, 15).shaped(2, 1))
                        .differentiable(),
                op("linalg_vector_norm", x -> x.linalg_vector_norm(Double.POSITIVE_INFINITY, 0), M)
                        .gives(f64(4, 6, 5)),
                op("linalg_vector_norm", x -> x.linalg_vector_norm(3, null, false, DType.FLOAT64), f32(1, -2))
                        .gives(scalar(Math.cbrt(9))),
                op("histc", x -> x.histc(4, 0, 8), f64(0, 1, 2, 3.5, 7, 8, 9)).gives(f64(2, 2, 0, 2)),
                op("histc", x -> x.histc(2), f64(0, 0.4, 1)).gives(f64(2, 1)),
                op("_unique2", x -> x._unique2(true, true, true), i64(5, 3, 5, 5))
                        .gives(i64(3, 5), i64(1, 0, 1, 1), i64(1, 3)),
                op("_unique2", x -> x._unique2(), f64(2, 1, 2)).gives(f64(1, 2), i64(), i64()),
                op("count_nonzero", x -> x.count_nonzero(), f64(0, 1, 2)).gives(i64(2).shaped()),
                op("count_nonzero", x -> x.count_nonzero(0), f64(0, 1, 2, 0).shaped(2, 2))
                        .gives(i64(1, 1)));
    }

    @TestFactory
    Stream<DynamicTest> operators() {
        return rows().flatMap(OperatorCase::tests);
    }
}
