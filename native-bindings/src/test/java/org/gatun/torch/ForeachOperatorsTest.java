package org.gatun.torch;

import static org.gatun.torch.Literal.f32;
import static org.gatun.torch.Literal.f64;
import static org.gatun.torch.Literal.i64;
import static org.gatun.torch.Literal.scalar;
import static org.gatun.torch.OperatorCase.opOnList;
import static org.gatun.torch.OperatorCase.opThatWrites;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ForeachOperatorsTest {

    // Two lists of two tensors each.
    private static final Literal A = f64(1, 4);
    private static final Literal B = f64(9);
    private static final Literal C = f64(2, 3);
    private static final Literal D = f64(5);

    static Stream<OperatorCase> rows() {
        return Stream.of(
                opOnList("_foreach_add.List", t -> Torch._foreach_add(first(t), second(t)), A, B, C, D)
                        .gives(f64(3, 7), f64(14))
                        .differentiable(),
                opOnList("_foreach_add.List", t -> Torch._foreach_add(first(t), second(t), 0.5), A, B, C, D)
                        .gives(f64(2, 5.5), f64(11.5)),
                opThatWrites(2, "_foreach_add_.Scalar", t -> Torch._foreach_add_(t, 0.5), A, B)
                        .gives(f64(1.5, 4.5), f64(9.5)),
                opThatWrites(2, "_foreach_add_.Scalar", t -> Torch._foreach_add_(t, 1), i64(1), A)
                        .gives(i64(2), f64(2, 5)),
                opThatWrites(2, "_foreach_add_.List", t -> Torch._foreach_add_(first(t), second(t), -1), A, B, C, D)
                        .gives(f64(-1, 1), f64(4)),
                opThatWrites(2, "_foreach_mul_.Scalar", t -> Torch._foreach_mul_(t, 2), A, B)
                        .gives(f64(2, 8), f64(18)),
                opThatWrites(
                                2,
                                "_foreach_mul_.Tensor",
                                t -> Torch._foreach_mul_(t.subList(0, 2), t.get(2)),
                                A,
                                B,
                                scalar(0.5))
                        .gives(f64(0.5, 2), f64(4.5)),
                opThatWrites(2, "_foreach_div_.Scalar", t -> Torch._foreach_div_(t, 2.0), A, B)
                        .gives(f64(0.5, 2), f64(4.5)),
                opThatWrites(
                                2,
                                "_foreach_div_.List",
                                t -> Torch._foreach_div_(first(t), second(t)),
                                A,
                                B,
                                f64(2, 0.5),
                                D)
                        .gives(f64(0.5, 8), f64(1.8)),
                opThatWrites(
                                2,
                                "_foreach_lerp_.Scalar",
                                t -> Torch._foreach_lerp_(first(t), second(t), 0.25),
                                A,
                                B,
                                C,
                                D)
                        .gives(f64(1.25, 3.75), f64(8)),
                opThatWrites(
                                2,
                                "_foreach_addcmul_.Scalar",
                                t -> Torch._foreach_addcmul_(first(t), second(t), t.subList(4, 6), 0.5),
                                A,
                                B,
                                C,
                                D,
                                f64(2, 2),
                                f64(4))
                        .gives(f64(3, 7), f64(19)),
                opThatWrites(
                                2,
                                "_foreach_addcdiv_.Scalar",
                                t -> Torch._foreach_addcdiv_(first(t), second(t), t.subList(4, 6)),
                                A,
                                B,
                                C,
                                D,
                                f64(2, 2),
                                f64(4))
                        .gives(f64(2, 5.5), f64(10.25)),
                opOnList("_foreach_sqrt", t -> Torch._foreach_sqrt(t), A, B)
                        .gives(f64(1, 2), f64(3))
                        .differentiable(),
                opOnList("_foreach_norm.Scalar", t -> Torch._foreach_norm(t), f64(3, 4), f64(-2))
                        .gives(scalar(5), scalar(2))
                        .differentiable(),
                opOnList("_foreach_norm.Scalar", t -> Torch._foreach_norm(t, 1, DType.FLOAT64), f32(3, -4))
                        .gives(scalar(7)),
                opThatWrites(2, "_foreach_copy_", t -> Torch._foreach_copy_(first(t), second(t)), A, B, C, D)
                        .gives(C, D),
                opThatWrites(2, "_foreach_zero_", t -> Torch._foreach_zero_(t), A, B)
                        .gives(f64(0, 0), f64(0)));
    }

    private static List<Tensor> first(List<Tensor> tensors) {
        return tensors.subList(0, 2);
    }

    private static List<Tensor> second(List<Tensor> tensors) {
        return tensors.subList(2, 4);
    }

    @TestFactory
    Stream<DynamicTest> operators() {
        return rows().flatMap(OperatorCase::tests);
    }
}
