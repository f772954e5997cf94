package org.gatun.vqgan.quantize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gatun.torch.Autograd;
import org.gatun.torch.DType;
import org.gatun.torch.Generator;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GradientEstimatorTest {

    private static Tensor random(long... shape) {
        return Torch.randn(shape, DType.FLOAT64);
    }

    private static Tensor gradient(GradientEstimator estimator, Tensor z, Tensor codes, Tensor gradOutput) {
        Tensor leaf = z.detach().requires_grad_(true);
        return Autograd.grad(
                        List.of(estimator.apply(leaf, codes)), List.of(leaf), List.of(gradOutput), false, false, false)
                .getFirst();
    }

    @ParameterizedTest
    @EnumSource
    void forwardItIsTheCode(GradientEstimator estimator) {
        Generator.manualSeed(1);
        try (TensorScope _ = TensorScope.open()) {
            Tensor z = random(20, 5).mul(3);
            Tensor codes = random(20, 5);
            assertThat(estimator.apply(z, codes).sub(codes).abs().amax().item()).isLessThan(1e-14);
        }
    }

    @Test
    void straightThroughTheGradientIsTheCodes() {
        Generator.manualSeed(2);
        try (TensorScope _ = TensorScope.open()) {
            Tensor gradOutput = random(6, 5);
            assertThat(gradient(GradientEstimator.STRAIGHT_THROUGH, random(6, 5), random(6, 5), gradOutput)
                            .equal(gradOutput))
                    .isTrue();
        }
    }

    /** In the plane the rotation is by an angle: the gradient is turned back by it, and scaled. */
    @Test
    void theRotationTurnsTheGradientBackByTheAngleBetweenFeatureAndCode() {
        double from = 0.4;
        double to = 1.9;
        double gradAngle = -0.7;
        try (TensorScope _ = TensorScope.open()) {
            Tensor z = Tensor.of(new double[] {3 * Math.cos(from), 3 * Math.sin(from)}, 1, 2);
            Tensor code = Tensor.of(new double[] {0.5 * Math.cos(to), 0.5 * Math.sin(to)}, 1, 2);
            Tensor gradOutput = Tensor.of(new double[] {2 * Math.cos(gradAngle), 2 * Math.sin(gradAngle)}, 1, 2);
            double[] gradient =
                    gradient(GradientEstimator.ROTATION, z, code, gradOutput).toDoubleArray();

            double angle = gradAngle - (to - from);
            double length = 2 * 0.5 / 3;
            assertThat(gradient)
                    .containsExactly(new double[] {length * Math.cos(angle), length * Math.sin(angle)}, within(1e-14));
        }
    }

    @Test
    void theRotationsGradientIsTheTransposedMatrixOfThePaper() {
        Generator.manualSeed(3);
        try (TensorScope _ = TensorScope.open()) {
            Tensor z = random(1, 5);
            Tensor code = random(1, 5);
            Tensor gradOutput = random(1, 5);
            Tensor e = z.div(z.linalg_vector_norm());
            Tensor q = code.div(code.linalg_vector_norm());
            Tensor r = e.add(q).div(e.add(q).linalg_vector_norm());
            // R = I - 2 r r^T + 2 q e^T
            Tensor rotation = Torch.zeros(new long[] {5, 5}, DType.FLOAT64)
                    .sub(r.t().mm(r).mul(2))
                    .add(q.t().mm(e).mul(2));
            rotation.diagonal().add_(1);
            double scale =
                    code.linalg_vector_norm().item() / z.linalg_vector_norm().item();

            assertThat(e.mm(rotation.t()).sub(q).abs().amax().item()).isLessThan(1e-14);
            Tensor expected = gradOutput.mm(rotation).mul(scale);
            assertThat(gradient(GradientEstimator.ROTATION, z, code, gradOutput)
                            .sub(expected)
                            .abs()
                            .amax()
                            .item())
                    .isLessThan(1e-13);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFeatureOfZeroAndOneOppositeItsCodeGiveFiniteGradients(GradientEstimator estimator) {
        try (TensorScope _ = TensorScope.open()) {
            Tensor z = Tensor.of(new double[] {0, 0, 1, 2}, 2, 2);
            Tensor codes = Tensor.of(new double[] {1, 1, -1, -2}, 2, 2);
            Tensor gradient = gradient(estimator, z, codes, z.ones_like());

            assertThat(gradient.isfinite().all().itemLong()).isEqualTo(1);
            assertThat(estimator.apply(z, codes).toDoubleArray()).containsExactly(codes.toDoubleArray(), within(1e-12));
        }
    }
}
