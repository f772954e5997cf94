package org.gatun.torch;

import static org.gatun.torch.Literal.bool;
import static org.gatun.torch.Literal.f32;
import static org.gatun.torch.Literal.f64;
import static org.gatun.torch.Literal.i64;
import static org.gatun.torch.OperatorCase.op;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class PointwiseOperatorsTest {

    private static final double NAN = Double.NaN;
    private static final double INF = Double.POSITIVE_INFINITY;

    // Away from where floor, abs and their like have no derivative.
    private static final Literal X = f64(-2.3, -0.75, 0.4, 1.25, 3.1);
    private static final Literal Y = f64(1.5, -2, 0.75, 4, -0.5);
    private static final Literal POSITIVE = f64(0.25, 0.5, 1, 2, 4);
    private static final Literal INTEGERS = i64(-7, 3, 8);

    static Stream<OperatorCase> rows() {
        return Stream.of(
                        ofOneTensor(),
                        ofNumbersThatAreNone(),
                        clamps(),
                        sums(),
                        products(),
                        powers(),
                        combinations(),
                        inPlace())
                .flatMap(rows -> rows);
    }

    private static Stream<OperatorCase> ofOneTensor() {
        return Stream.of(
                op("abs", x -> x.abs(), X).gives(X.map(Math::abs)).differentiable(),
                op("neg", x -> x.neg(), X).gives(X.map(x -> -x)).differentiable(),
                op("exp", x -> x.exp(), X).gives(X.map(Math::exp)).differentiable(),
                op("log", x -> x.log(), POSITIVE).gives(POSITIVE.map(Math::log)).differentiable(),
                op("log1p", x -> x.log1p(), POSITIVE)
                        .gives(POSITIVE.map(Math::log1p))
                        .differentiable(),
                op("sqrt", x -> x.sqrt(), POSITIVE)
                        .gives(POSITIVE.map(Math::sqrt))
                        .differentiable(),
                op("rsqrt", x -> x.rsqrt(), POSITIVE)
                        .gives(POSITIVE.map(x -> 1 / Math.sqrt(x)))
                        .differentiable(),
                op("square", x -> x.square(), X).gives(X.map(x -> x * x)).differentiable(),
                op("sin", x -> x.sin(), X).gives(X.map(Math::sin)).differentiable(),
                op("cos", x -> x.cos(), X).gives(X.map(Math::cos)).differentiable(),
                op("tanh", x -> x.tanh(), X).gives(X.map(Math::tanh)).differentiable(),
                op("sigmoid", x -> x.sigmoid(), X)
                        .gives(X.map(x -> 1 / (1 + Math.exp(-x))))
                        .differentiable(),
                op("erf", x -> x.erf(), X)
                        .gives(f64(-0.998856823, -0.711155634, 0.428392355, 0.922900128, 0.999988351))
                        .differentiable(),
                op("floor", x -> x.floor(), X).gives(X.map(Math::floor)).differentiable(),
                op("ceil", x -> x.ceil(), X).gives(X.map(Math::ceil)).differentiable(),
                op("round", x -> x.round(), f64(0.5, 1.5, 2.5, -0.5)).gives(f64(0, 2, 2, 0)),
                op("round", x -> x.round(), X).gives(X.map(Math::rint)).differentiable(),
                op("sign", x -> x.sign(), f64(-3, 0, 0.5)).gives(f64(-1, 0, 1)),
                op("sign", x -> x.sign(), X).gives(X.map(Math::signum)).differentiable());
    }

    private static Stream<OperatorCase> ofNumbersThatAreNone() {
        return Stream.of(
                op("isnan", x -> x.isnan(), f64(1, NAN, INF, -INF)).gives(bool(0, 1, 0, 0)),
                op("isinf", x -> x.isinf(), f64(1, NAN, INF, -INF)).gives(bool(0, 0, 1, 1)),
                op("isfinite", x -> x.isfinite(), f64(1, NAN, INF, -INF)).gives(bool(1, 0, 0, 0)),
                op("logical_not", x -> x.logical_not(), f64(0, 2)).gives(bool(1, 0)),
                op("logical_and", (x, y) -> x.logical_and(y), bool(0, 0, 1, 1), bool(0, 1, 0, 1))
                        .gives(bool(0, 0, 0, 1)),
                op("logical_or", (x, y) -> x.logical_or(y), bool(0, 0, 1, 1), bool(0, 1, 0, 1))
                        .gives(bool(0, 1, 1, 1)));
    }

    private static Stream<OperatorCase> clamps() {
        return Stream.of(
                op("clamp", x -> x.clamp(-1, 1.5), X)
                        .gives(f64(-1, -0.75, 0.4, 1.25, 1.5))
                        .differentiable(),
                op("clamp", x -> x.clamp(0), X).gives(f64(0, 0, 0.4, 1.25, 3.1)).differentiable(),
                op("clamp", x -> x.clamp(null, 0), X).gives(f64(-2.3, -0.75, 0, 0, 0)),
                op("clamp", x -> x.clamp(-5, 5), INTEGERS).gives(i64(-5, 3, 5)),
                op("clamp", x -> x.clamp(0.5, null), INTEGERS).gives(f32(0.5, 3, 8)),
                op("clamp_min", x -> x.clamp_min(0.5), X)
                        .gives(f64(0.5, 0.5, 0.5, 1.25, 3.1))
                        .differentiable(),
                op("clamp_min", x -> x.clamp_min(0), INTEGERS).gives(i64(0, 3, 8)),
                op("clamp_max", x -> x.clamp_max(0.5), X)
                        .gives(f64(-2.3, -0.75, 0.4, 0.5, 0.5))
                        .differentiable(),
                op("clamp_max", x -> x.clamp_max(4), INTEGERS).gives(i64(-7, 3, 4)),
                op("clamp_", x -> x.clamp_(-1, 1.5), X)
                        .gives(f64(-1, -0.75, 0.4, 1.25, 1.5))
                        .differentiable(),
                op("clamp_", x -> x.clamp_(null, 0), INTEGERS).gives(i64(-7, 0, 0)));
    }

    private static Stream<OperatorCase> sums() {
        return Stream.of(
                op("add.Tensor", (x, y) -> x.add(y), X, Y)
                        .gives(f64(-0.8, -2.75, 1.15, 5.25, 2.6))
                        .differentiable(),
                op("add.Tensor", (x, y) -> x.add(y, 0.5), X, f64(2))
                        .gives(f64(-1.3, 0.25, 1.4, 2.25, 4.1))
                        .differentiable(),
                op("add.Tensor", (x, y) -> x.add(y, 2), INTEGERS, i64(1, 1, 1)).gives(i64(-5, 5, 10)),
                op("add.Tensor", (x, y) -> x.add(y), i64(1, 2).shaped(2, 1), f32(0.5, 1.5))
                        .gives(f32(1.5, 2.5, 2.5, 3.5).shaped(2, 2)),
                op("add.Scalar", x -> x.add(2), INTEGERS).gives(i64(-5, 5, 10)),
                op("add.Scalar", x -> x.add(0.5), INTEGERS).gives(f32(-6.5, 3.5, 8.5)),
                op("add.Scalar", x -> x.add(0.5, 4), X).gives(X.map(x -> x + 2)).differentiable(),
                op("sub.Tensor", (x, y) -> x.sub(y), X, Y)
                        .gives(f64(-3.8, 1.25, -0.35, -2.75, 3.6))
                        .differentiable(),
                op("sub.Tensor", (x, y) -> x.sub(y, 3), INTEGERS, i64(1, 1, 1)).gives(i64(-10, 0, 5)),
                op("sub.Scalar", x -> x.sub(2), INTEGERS).gives(i64(-9, 1, 6)),
                op("sub.Scalar", x -> x.sub(0.5), X).gives(X.map(x -> x - 0.5)).differentiable(),
                op("rsub.Scalar", x -> x.rsub(1), INTEGERS).gives(i64(8, -2, -7)),
                op("rsub.Scalar", x -> x.rsub(1.5, 2.0), X)
                        .gives(X.map(x -> 1.5 - 2 * x))
                        .differentiable());
    }

    private static Stream<OperatorCase> products() {
        return Stream.of(
                op("mul.Tensor", (x, y) -> x.mul(y), X, Y)
                        .gives(f64(-3.45, 1.5, 0.3, 5, -1.55))
                        .differentiable(),
                op("mul.Scalar", x -> x.mul(2), INTEGERS).gives(i64(-14, 6, 16)),
                op("mul.Scalar", x -> x.mul(0.5), INTEGERS).gives(f32(-3.5, 1.5, 4)),
                op("mul.Scalar", x -> x.mul(-1.5), X)
                        .gives(X.map(x -> -1.5 * x))
                        .differentiable(),
                op("div.Tensor", (x, y) -> x.div(y), f64(3, -1, 1), f64(2, 4, -8))
                        .gives(f64(1.5, -0.25, -0.125))
                        .differentiable(),
                op("div.Scalar", x -> x.div(2), INTEGERS).gives(f32(-3.5, 1.5, 4)),
                op("div.Scalar", x -> x.div(0.5), X).gives(X.map(x -> 2 * x)).differentiable(),
                op("div.Tensor_mode", (x, y) -> x.div(y, "floor"), INTEGERS, i64(2, 2, -3))
                        .gives(i64(-4, 1, -3)),
                op("div.Tensor_mode", (x, y) -> x.div(y, "trunc"), INTEGERS, i64(2, 2, -3))
                        .gives(i64(-3, 1, -2)),
                op("div.Tensor_mode", (x, y) -> x.div(y, null), f64(3, -1), f64(2, 4))
                        .gives(f64(1.5, -0.25))
                        .differentiable(),
                op("div.Scalar_mode", x -> x.div(2, "floor"), INTEGERS).gives(i64(-4, 1, 4)),
                op("div.Scalar_mode", x -> x.div(0.5, "trunc"), X)
                        .gives(f64(-4, -1, 0, 2, 6))
                        .differentiable(),
                op("remainder.Scalar", x -> x.remainder(3), INTEGERS).gives(i64(2, 0, 2)),
                op("remainder.Scalar", x -> x.remainder(1.5), X)
                        .gives(f64(0.7, 0.75, 0.4, 1.25, 0.1))
                        .differentiable());
    }

    private static Stream<OperatorCase> powers() {
        return Stream.of(
                op("pow.Tensor_Scalar", x -> x.pow(2), INTEGERS).gives(i64(49, 9, 64)),
                op("pow.Tensor_Scalar", x -> x.pow(-0.5), POSITIVE)
                        .gives(POSITIVE.map(x -> 1 / Math.sqrt(x)))
                        .differentiable(),
                op("pow.Tensor_Tensor", (x, y) -> x.pow(y), f64(2, 3, 4), f64(3, -1, 0.5))
                        .gives(f64(8, 1 / 3.0, 2))
                        .differentiable());
    }

    private static Stream<OperatorCase> combinations() {
        return Stream.of(
                op("maximum", (x, y) -> x.maximum(y), X, Y)
                        .gives(f64(1.5, -0.75, 0.75, 4, 3.1))
                        .differentiable(),
                op("minimum", (x, y) -> x.minimum(y), X, Y)
                        .gives(f64(-2.3, -2, 0.4, 1.25, -0.5))
                        .differentiable(),
                op("lerp.Scalar", (x, end) -> x.lerp(end, 0.25), f64(0, 4), f64(8, 0))
                        .gives(f64(2, 3))
                        .differentiable(),
                op("lerp.Scalar", (x, end) -> x.lerp(end, 2), f64(0, 4), f64(8, 0))
                        .gives(f64(16, -4)),
                op("addcmul", (x, y, z) -> x.addcmul(y, z, 0.5), f64(1, 2), f64(3, 4), f64(5, 6))
                        .gives(f64(8.5, 14))
                        .differentiable(),
                op("addcmul", (x, y, z) -> x.addcmul(y, z, 2), i64(1), i64(3), i64(5))
                        .gives(i64(31)),
                op("addcdiv", (x, y, z) -> x.addcdiv(y, z, 0.5), f64(1, 2), f64(3, 4), f64(6, 8))
                        .gives(f64(1.25, 2.25))
                        .differentiable());
    }

    private static Stream<OperatorCase> inPlace() {
        return Stream.of(
                op("add_.Tensor", (x, y) -> x.add_(y, 2), X, f64(0.5))
                        .gives(X.map(x -> x + 1))
                        .differentiable(),
                op("add_.Tensor", (x, y) -> x.add_(y), INTEGERS, i64(1, 1, 1)).gives(i64(-6, 4, 9)),
                op("add_.Scalar", x -> x.add_(1), INTEGERS).gives(i64(-6, 4, 9)),
                op("add_.Scalar", x -> x.add_(0.5), X)
                        .gives(X.map(x -> x + 0.5))
                        .differentiable(),
                op("sub_.Tensor", (x, y) -> x.sub_(y), X, Y)
                        .gives(f64(-3.8, 1.25, -0.35, -2.75, 3.6))
                        .differentiable(),
                op("sub_.Scalar", x -> x.sub_(1), INTEGERS).gives(i64(-8, 2, 7)),
                op("sub_.Scalar", x -> x.sub_(0.5, 3), X)
                        .gives(X.map(x -> x - 1.5))
                        .differentiable(),
                op("mul_.Tensor", (x, y) -> x.mul_(y), X, Y)
                        .gives(f64(-3.45, 1.5, 0.3, 5, -1.55))
                        .differentiable(),
                op("mul_.Scalar", x -> x.mul_(3), INTEGERS).gives(i64(-21, 9, 24)),
                op("mul_.Scalar", x -> x.mul_(0.5), X).gives(X.map(x -> x / 2)).differentiable(),
                op("div_.Tensor", (x, y) -> x.div_(y), f64(3, -1), f64(2, 4))
                        .gives(f64(1.5, -0.25))
                        .differentiable(),
                op("div_.Scalar", x -> x.div_(4), X).gives(X.map(x -> x / 4)).differentiable(),
                op("sqrt_", x -> x.sqrt_(), POSITIVE)
                        .gives(POSITIVE.map(Math::sqrt))
                        .differentiable(),
                op("pow_.Scalar", x -> x.pow_(3), INTEGERS).gives(i64(-343, 27, 512)),
                op("pow_.Scalar", x -> x.pow_(1.5), POSITIVE)
                        .gives(POSITIVE.map(x -> Math.pow(x, 1.5)))
                        .differentiable(),
                op("lerp_.Scalar", (x, end) -> x.lerp_(end, 0.25), f64(0, 4), f64(8, 0))
                        .gives(f64(2, 3))
                        .differentiable(),
                op("addcmul_", (x, y, z) -> x.addcmul_(y, z, 0.5), f64(1, 2), f64(3, 4), f64(5, 6))
                        .gives(f64(8.5, 14))
                        .differentiable(),
                op("addcdiv_", (x, y, z) -> x.addcdiv_(y, z, 0.5), f64(1, 2), f64(3, 4), f64(6, 8))
                        .gives(f64(1.25, 2.25))
                        .differentiable());
    }

    @TestFactory
    Stream<DynamicTest> operators() {
        return rows().flatMap(OperatorCase::tests);
    }
}
