package org.gatun.torch;

import static org.gatun.torch.Literal.bool;
import static org.gatun.torch.Literal.f64;
import static org.gatun.torch.Literal.i64;
import static org.gatun.torch.OperatorCase.op;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ComparisonOperatorsTest {

    private static final Literal X = f64(1, 2, 3);
    private static final Literal Y = f64(3, 2, 1);
    private static final Literal INTEGERS = i64(1, 2, 3);

    //  3  1 2
    // -4 -6 5
    private static final Literal M = f64(3, 1, 2, -4, -6, 5).shaped(2, 3);

    static Stream<OperatorCase> rows() {
        return Stream.of(comparisons(), orders()).flatMap(rows -> rows);
    }

    private static Stream<OperatorCase> comparisons() {
        return Stream.of(
                op("eq.Scalar", x -> x.eq(2), INTEGERS).gives(bool(0, 1, 0)),
                op("eq.Scalar", x -> x.eq(2.5), INTEGERS).gives(bool(0, 0, 0)),
                op("eq.Tensor", (x, y) -> x.eq(y), X, Y).gives(bool(0, 1, 0)),
                op("ne.Scalar", x -> x.ne(2), INTEGERS).gives(bool(1, 0, 1)),
                op("ne.Scalar", x -> x.ne(2.0), X).gives(bool(1, 0, 1)),
                op("ne.Tensor", (x, y) -> x.ne(y), X, Y).gives(bool(1, 0, 1)),
                op("lt.Scalar", x -> x.lt(2), INTEGERS).gives(bool(1, 0, 0)),
                op("lt.Scalar", x -> x.lt(2.5), X).gives(bool(1, 1, 0)),
                op("lt.Tensor", (x, y) -> x.lt(y), X, Y).gives(bool(1, 0, 0)),
                op("le.Scalar", x -> x.le(2), INTEGERS).gives(bool(1, 1, 0)),
                op("le.Scalar", x -> x.le(1.5), X).gives(bool(1, 0, 0)),
                op("le.Tensor", (x, y) -> x.le(y), X, Y).gives(bool(1, 1, 0)),
                op("gt.Scalar", x -> x.gt(2), INTEGERS).gives(bool(0, 0, 1)),
                op("gt.Scalar", x -> x.gt(1.5), X).gives(bool(0, 1, 1)),
                op("gt.Tensor", (x, y) -> x.gt(y), X, Y).gives(bool(0, 0, 1)),
                op("ge.Scalar", x -> x.ge(2), INTEGERS).gives(bool(0, 1, 1)),
                op("ge.Scalar", x -> x.ge(2.5), X).gives(bool(0, 0, 1)),
                op("ge.Tensor", (x, y) -> x.ge(y), X, Y).gives(bool(0, 1, 1)),
                op("equal", (x, y) -> x.equal(y), X, X).gives(bool(1).shaped()),
                op("equal", (x, y) -> x.equal(y), X, Y).gives(bool(0).shaped()),
                op("allclose", (x, y) -> x.allclose(y), X, X.map(x -> x * (1 + 1e-6)))
                        .gives(bool(1).shaped()),
                op("allclose", (x, y) -> x.allclose(y, 1e-7, 0), X, X.map(x -> x * (1 + 1e-6)))
                        .gives(bool(0).shaped()),
                op("allclose", (x, y) -> x.allclose(y, 0, 0, true), f64(Double.NaN), f64(Double.NaN))
                        .gives(bool(1).shaped()));
    }

    private static Stream<OperatorCase> orders() {
        return Stream.of(
                op("sort", x -> x.sort(), M)
                        .gives(
                                f64(1, 2, 3, -6, -4, 5).shaped(2, 3),
                                i64(1, 2, 0, 1, 0, 2).shaped(2, 3))
                        .differentiable(),
                op("sort", x -> x.sort(0, true), M)
                        .gives(
                                f64(3, 1, 5, -4, -6, 2).shaped(2, 3),
                                i64(0, 0, 1, 1, 1, 0).shaped(2, 3)),
                op("argsort", x -> x.argsort(), M).gives(i64(1, 2, 0, 1, 0, 2).shaped(2, 3)),
                op("argsort", x -> x.argsort(-1, true), M)
                        .gives(i64(0, 2, 1, 2, 0, 1).shaped(2, 3)),
                op("topk", x -> x.topk(2), M)
                        .gives(f64(3, 2, 5, -4).shaped(2, 2), i64(0, 2, 2, 0).shaped(2, 2))
                        .differentiable(),
                op("topk", x -> x.topk(1, 0, false, true), M)
                        .gives(f64(-4, -6, 2).shaped(1, 3), i64(1, 1, 0).shaped(1, 3)),
                op("one_hot", x -> x.one_hot(), i64(2, 0))
                        .gives(i64(0, 0, 1, 1, 0, 0).shaped(2, 3)),
                op("one_hot", x -> x.one_hot(2), i64(1)).gives(i64(0, 1).shaped(1, 2)));
    }

    @TestFactory
    Stream<DynamicTest> operators() {
        return rows().flatMap(OperatorCase::tests);
    }
}
