package org.gatun.torch;

import static org.gatun.torch.Literal.f64;
import static org.gatun.torch.Literal.i64;
import static org.gatun.torch.Literal.scalar;
import static org.gatun.torch.Literal.wave;
import static org.gatun.torch.OperatorCase.op;
import static org.gatun.torch.OperatorCase.opOnList;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class BlasLapackOperatorsTest {

    // 1 2 3      1 2
    // 4 5 6      3 4
    //            5 6
    private static final Literal A = f64(1, 2, 3, 4, 5, 6).shaped(2, 3);
    private static final Literal B = f64(1, 2, 3, 4, 5, 6).shaped(3, 2);
    private static final Literal AB = f64(22, 28, 49, 64).shaped(2, 2);
    private static final Literal C = f64(1, 0, 0, -1).shaped(2, 2);

    static Stream<OperatorCase> rows() {
        return Stream.of(
                op("matmul", (a, b) -> a.matmul(b), A, B).gives(AB).differentiable(),
                op("matmul", (a, b) -> a.matmul(b), wave(0, 2, 1, 2, 3), wave(1, 3))
                        .gives(f64(0.893467461, -0.704733571, 0.501894433, -0.289009875)
                                .shaped(2, 1, 2))
                        .differentiable(),
                op("matmul", (a, b) -> a.matmul(b), i64(1, 2), i64(3, 4)).gives(i64(11).shaped()),
                op("mm", (a, b) -> a.mm(b), A, B).gives(AB).differentiable(),
                op("bmm", (a, b) -> a.bmm(b), A.shaped(1, 2, 3), B.shaped(1, 3, 2))
                        .gives(AB.shaped(1, 2, 2))
                        .differentiable(),
                op("addmm", (c, a, b) -> c.addmm(a, b), C, A, B)
                        .gives(f64(23, 28, 49, 63).shaped(2, 2))
                        .differentiable(),
                op("addmm", (c, a, b) -> c.addmm(a, b, 2.0, 0.5), C, A, B)
                        .gives(f64(13, 14, 24.5, 30).shaped(2, 2))
                        .differentiable(),
                op(
                                "addmm",
                                (c, a, b) -> c.addmm(a, b, 0, 2),
                                i64(9).shaped(1, 1),
                                i64(3).shaped(1, 1),
                                i64(4).shaped(1, 1))
                        .gives(i64(24).shaped(1, 1)),
                op(
                                "baddbmm",
                                (c, a, b) -> c.baddbmm(a, b, 2, -1),
                                C.shaped(1, 2, 2),
                                A.shaped(1, 2, 3),
                                B.shaped(1, 3, 2))
                        .gives(f64(-20, -28, -49, -66).shaped(1, 2, 2))
                        .differentiable(),
                op(
                                "baddbmm",
                                (c, a, b) -> c.baddbmm(a, b, 0.5),
                                C.shaped(1, 2, 2),
                                A.shaped(1, 2, 3),
                                B.shaped(1, 3, 2))
                        .gives(f64(22.5, 28, 49, 63.5).shaped(1, 2, 2)),
                op("dot", (a, b) -> a.dot(b), f64(1, 2, 3), f64(4, 5, 6))
                        .gives(scalar(32))
                        .differentiable(),
                opOnList("einsum", list -> Torch.einsum("ij,jk->ki", list), A, B)
                        .gives(f64(22, 49, 28, 64).shaped(2, 2))
                        .differentiable(),
                opOnList("einsum", list -> Torch.einsum("i,ij,j->", list, 0, 1, 0, 1), f64(1, 2), C, f64(3, 4))
                        .gives(scalar(-5))
                        .differentiable(),
                op(
                                "cdist",
                                (a, b) -> Torch.cdist(a, b),
                                f64(0, 0, 1, 1).shaped(2, 2),
                                f64(3, 4).shaped(1, 2))
                        .gives(f64(5, Math.sqrt(13)).shaped(2, 1))
                        .differentiable(),
                op(
                                "cdist",
                                (a, b) -> Torch.cdist(a, b, 1, 2),
                                f64(0, 0, 1, 1).shaped(2, 2),
                                f64(3, 4).shaped(1, 2))
                        .gives(f64(7, 5).shaped(2, 1))
                        .differentiable(),
                // The sign of an eigenvector is LAPACK's choice: what counts is that they give the matrix back.
                op(
                                "linalg_eigh",
                                x -> eigenvaluesAndProduct(x.add(x.t()).linalg_eigh()),
                                f64(1, 0.5, 0.5, 1).shaped(2, 2))
                        .gives(f64(1, 3), f64(2, 1, 1, 2).shaped(2, 2))
                        .differentiable(),
                op(
                                "linalg_eigh",
                                x -> x.linalg_eigh("U").eigenvalues(),
                                f64(2, 1, 0, 2).shaped(2, 2))
                        .gives(f64(1, 3)),
                op("trace", x -> x.trace(), AB).gives(scalar(86)).differentiable());
    }

    private static List<Tensor> eigenvaluesAndProduct(LinalgEighResult result) {
        Tensor vectors = result.eigenvectors();
        return List.of(result.eigenvalues(), vectors.mul(result.eigenvalues()).matmul(vectors.t()));
    }

    @TestFactory
    Stream<DynamicTest> operators() {
        return rows().flatMap(OperatorCase::tests);
    }
}
