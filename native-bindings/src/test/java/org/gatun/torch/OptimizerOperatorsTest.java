package org.gatun.torch;

import static org.gatun.torch.Literal.f32;
import static org.gatun.torch.Literal.f64;
import static org.gatun.torch.OperatorCase.opThatWrites;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** One step of each fused optimizer on the parameter p, its gradient g and its state, by the formulas of PyTorch's documentation. */
class OptimizerOperatorsTest {

    private static final double P = 0.5;
    private static final double G = 2;
    private static final double M = 0.3;
    private static final double V = 0.04;
    private static final double V_MAX = 9;
    private static final double STEP = 3;

    private static final double LR = 0.1;
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.99;
    private static final double DECAY = 0.25;
    private static final double EPS = 1e-3;

    static Stream<OperatorCase> rows() {
        double decayed = G + DECAY * P;
        return Stream.of(
                // operands: p, exp_avg, exp_avg_sq, grad, step
                opThatWrites(3, "_fused_adam_", OptimizerOperatorsTest::adam, f64(P), f64(M), f64(V), f64(G), step())
                        .gives(f64(P - adamStep(decayed, v(decayed))), f64(m(decayed)), f64(v(decayed))),
                // and max_exp_avg_sq behind them
                opThatWrites(
                                4,
                                "_fused_adam_",
                                OptimizerOperatorsTest::adamWithMaximum,
                                f64(P),
                                f64(M),
                                f64(V),
                                f64(V_MAX),
                                f64(G),
                                step())
                        .gives(f64(P - adamStep(-G, V_MAX)), f64(m(-G)), f64(v(-G)), f64(V_MAX)),
                opThatWrites(3, "_fused_adamw_", OptimizerOperatorsTest::adamW, f64(P), f64(M), f64(V), f64(G), step())
                        .gives(f64(P - LR * DECAY * P - adamStep(G, v(G))), f64(m(G)), f64(v(G))),
                // and the learning rate behind them
                opThatWrites(
                                3,
                                "_fused_adamw_.tensor_lr",
                                OptimizerOperatorsTest::adamWWithTensorLr,
                                f64(P),
                                f64(M),
                                f64(V),
                                f64(G),
                                step(),
                                f64(LR).shaped())
                        .gives(f64(P - LR * DECAY * P - adamStep(G, v(G))), f64(m(G)), f64(v(G))),
                // operands: p, momentum buffer, grad
                opThatWrites(2, "_fused_sgd_", t -> sgd(t, false, true), f64(P), f64(M), f64(G))
                        .gives(f64(P - LR * decayed), f64(decayed)),
                opThatWrites(2, "_fused_sgd_", t -> sgd(t, true, false), f64(P), f64(M), f64(G))
                        .gives(f64(P - LR * (decayed + 0.5 * (0.5 * M + decayed))), f64(0.5 * M + decayed)),
                // operands: two gradients, found_inf, inv_scale
                opThatWrites(
                                3,
                                "_amp_foreach_non_finite_check_and_unscale_",
                                OptimizerOperatorsTest::unscale,
                                f32(2, 4),
                                f32(8),
                                one(0),
                                one(0.5))
                        .gives(f32(1, 2), f32(4), one(0)),
                opThatWrites(
                                3,
                                "_amp_foreach_non_finite_check_and_unscale_",
                                OptimizerOperatorsTest::unscale,
                                f32(2, Double.POSITIVE_INFINITY),
                                f32(8),
                                one(0),
                                one(0.5))
                        .gives(f32(1, Double.POSITIVE_INFINITY), f32(4), one(1)));
    }

    private static Literal step() {
        return one(STEP);
    }

    private static Literal one(double value) {
        return f32(value).shaped();
    }

    private static double m(double g) {
        return BETA1 * M + (1 - BETA1) * g;
    }

    private static double v(double g) {
        return BETA2 * V + (1 - BETA2) * g * g;
    }

    /** What Adam takes from the parameter, where v is the second moment that it divides by. */
    private static double adamStep(double g, double v) {
        double mHat = m(g) / (1 - Math.pow(BETA1, STEP));
        double vHat = v / (1 - Math.pow(BETA2, STEP));
        return LR * mHat / (Math.sqrt(vHat) + EPS);
    }

    private static void adam(List<Tensor> t) {
        Torch._fused_adam_(
                t.subList(0, 1),
                t.subList(3, 4),
                t.subList(1, 2),
                t.subList(2, 3),
                List.of(),
                t.subList(4, 5),
                LR,
                BETA1,
                BETA2,
                DECAY,
                EPS,
                false,
                false);
    }

    private static void adamWithMaximum(List<Tensor> t) {
        Torch._fused_adam_(
                t.subList(0, 1),
                t.subList(4, 5),
                t.subList(1, 2),
                t.subList(2, 3),
                t.subList(3, 4),
                t.subList(5, 6),
                LR,
                BETA1,
                BETA2,
                0,
                EPS,
                true,
                true);
    }

    private static void adamW(List<Tensor> t) {
        Torch._fused_adamw_(
                t.subList(0, 1),
                t.subList(3, 4),
                t.subList(1, 2),
                t.subList(2, 3),
                List.of(),
                t.subList(4, 5),
                LR,
                BETA1,
                BETA2,
                DECAY,
                EPS,
                false,
                false);
    }

    private static void adamWWithTensorLr(List<Tensor> t) {
        Torch._fused_adamw_(
                t.subList(0, 1),
                t.subList(3, 4),
                t.subList(1, 2),
                t.subList(2, 3),
                List.of(),
                t.subList(4, 5),
                t.get(5),
                BETA1,
                BETA2,
                DECAY,
                EPS,
                false,
                false);
    }

    private static void sgd(List<Tensor> t, boolean nesterov, boolean isFirstStep) {
        Torch._fused_sgd_(
                t.subList(0, 1), t.subList(2, 3), t.subList(1, 2), DECAY, 0.5, LR, 0, nesterov, false, isFirstStep);
    }

    private static void unscale(List<Tensor> t) {
        Torch._amp_foreach_non_finite_check_and_unscale_(t.subList(0, 2), t.get(2), t.get(3));
    }

    @TestFactory
    Stream<DynamicTest> operators() {
        return rows().flatMap(OperatorCase::tests);
    }
}
