package org.gatun.torch;

import static org.gatun.torch.Literal.f64;
import static org.gatun.torch.Literal.i64;
import static org.gatun.torch.Literal.scalar;
import static org.gatun.torch.Literal.wave;
import static org.gatun.torch.OperatorCase.op;
import static org.gatun.torch.OperatorCase.opOnList;
import static org.gatun.torch.Reduction.MEAN;
import static org.gatun.torch.Reduction.NONE;
import static org.gatun.torch.Reduction.SUM;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Numbers with many digits are those of Python's torch 2.13. */
class LossOperatorsTest {

    private static final Literal X = f64(1, 2, 4);
    private static final Literal Y = f64(1.5, 0, 4.25);

    // probabilities, and what they should be
    private static final Literal P = f64(0.5, 0.25);
    private static final Literal T = f64(1, 0.5);
    // for cross entropies: numbers whose neighbours are probabilities too
    private static final Literal TARGET = f64(0.75, 0.5);
    private static final Literal WEIGHT = f64(1, 2);

    // two rows of logarithms of probabilities
    private static final Literal LOG_P = f64(-0.5, -1.5, -2, -1).shaped(2, 2);
    private static final Literal LOGITS = wave(0, 2, 3);

    static Stream<OperatorCase> rows() {
        return Stream.of(distances(), crossEntropies(), binaryCrossEntropies()).flatMap(rows -> rows);
    }

    private static Stream<OperatorCase> distances() {
        return Stream.of(
                op("l1_loss", (x, y) -> x.l1_loss(y), X, Y)
                        .gives(scalar(2.75 / 3))
                        .differentiable(),
                op("l1_loss", (x, y) -> x.l1_loss(y, SUM), X, Y)
                        .gives(scalar(2.75))
                        .differentiable(),
                op("l1_loss", (x, y) -> x.l1_loss(y, NONE), X, Y)
                        .gives(f64(0.5, 2, 0.25))
                        .differentiable(),
                op("mse_loss", (x, y) -> x.mse_loss(y), X, Y)
                        .gives(scalar(4.3125 / 3))
                        .differentiable(),
                op("mse_loss", (x, y) -> x.mse_loss(y, NONE), X, Y)
                        .gives(f64(0.25, 4, 0.0625))
                        .differentiable(),
                op("kl_div", (x, y) -> x.kl_div(y, SUM), P.map(Math::log), T)
                        .gives(scalar(1 * Math.log(1 / 0.5) + 0.5 * Math.log(0.5 / 0.25)))
                        .differentiable(),
                op("kl_div", (x, y) -> x.kl_div(y, MEAN, true), P.map(Math::log), T.map(Math::log))
                        .gives(scalar((1 * Math.log(1 / 0.5) + 0.5 * Math.log(0.5 / 0.25)) / 2))
                        .differentiable());
    }

    private static Stream<OperatorCase> crossEntropies() {
        return Stream.of(
                op("nll_loss", (x, y) -> x.nll_loss(y), LOG_P, i64(0, 1))
                        .gives(scalar(0.75))
                        .differentiable(),
                op("nll_loss", (x, y, w) -> x.nll_loss(y, w), LOG_P, i64(0, 1), WEIGHT)
                        .gives(scalar((0.5 + 2 * 1) / 3))
                        .differentiable(0),
                op("nll_loss", (x, y) -> x.nll_loss(y, null, SUM, 1), LOG_P, i64(0, 1))
                        .gives(scalar(0.5))
                        .differentiable(),
                op("cross_entropy_loss", (x, y) -> x.cross_entropy_loss(y), LOGITS, i64(2, 0))
                        .gives(f64(0.701503759).shaped())
                        .differentiable(),
                op("cross_entropy_loss", (x, y) -> x.cross_entropy_loss(y), LOGITS, LOGITS.map(Math::abs))
                        .gives(f64(2.15329808).shaped())
                        .differentiable(),
                op(
                                "cross_entropy_loss",
                                (x, y, w) -> x.cross_entropy_loss(y, w, NONE, 0, 0.125),
                                LOGITS,
                                i64(2, 0),
                                f64(1, 2, 3))
                        .gives(f64(2.4843179, 0))
                        .differentiable(0));
    }

    private static Stream<OperatorCase> binaryCrossEntropies() {
        return Stream.of(
                op("binary_cross_entropy", (x, y) -> x.binary_cross_entropy(y), P, TARGET)
                        .gives(scalar((-Math.log(0.5) - 0.5 * Math.log(0.25) - 0.5 * Math.log(0.75)) / 2))
                        .differentiable(),
                op("binary_cross_entropy", (x, y, w) -> x.binary_cross_entropy(y, w, NONE), P, TARGET, WEIGHT)
                        .gives(f64(-Math.log(0.5), -Math.log(0.25) - Math.log(0.75)))
                        .differentiable(0, 1),
                op(
                                "binary_cross_entropy_with_logits",
                                (x, y) -> x.binary_cross_entropy_with_logits(y),
                                f64(0, 2),
                                TARGET)
                        .gives(f64(0.910037596).shaped())
                        .differentiable(),
                opOnList(
                                "binary_cross_entropy_with_logits",
                                t -> t.get(0).binary_cross_entropy_with_logits(t.get(1), t.get(2), t.get(3), SUM),
                                f64(0, 2),
                                TARGET,
                                WEIGHT,
                                f64(3, 0.5))
                        .gives(f64(3.92325997).shaped())
                        .differentiable(0, 1));
    }

    @TestFactory
    Stream<DynamicTest> operators() {
        return rows().flatMap(OperatorCase::tests);
    }
}
