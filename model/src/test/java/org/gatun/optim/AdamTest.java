package org.gatun.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatun.torch.DType;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;
import org.junit.jupiter.api.Test;

class AdamTest {

    private static final double LR = 0.01;
    private static final double BETA1 = 0.5;
    private static final double BETA2 = 0.9;
    private static final double EPS = 1e-8;

    /** arXiv 1412.6980, algorithm 1, with the decay of arXiv 1711.05101, algorithm 2. */
    private static double[] expected(double parameter, double[] gradients, double weightDecay) {
        double m = 0;
        double v = 0;
        double[] path = new double[gradients.length];
        for (int t = 1; t <= gradients.length; t++) {
            double g = gradients[t - 1];
            parameter -= LR * weightDecay * parameter;
            m = BETA1 * m + (1 - BETA1) * g;
            v = BETA2 * v + (1 - BETA2) * g * g;
            double mHat = m / (1 - Math.pow(BETA1, t));
            double vHat = v / (1 - Math.pow(BETA2, t));
            parameter -= LR * mHat / (Math.sqrt(vHat) + EPS);
            path[t - 1] = parameter;
        }
        return path;
    }

    @Test
    void followsTheAlgorithmWithAndWithoutDecay() {
        double[] gradients = {0.3, -0.1, 0.02, 0.4};
        try (TensorScope _ = TensorScope.open();
                Adam adam = new Adam(LR, BETA1, BETA2, EPS)) {
            Tensor plain = Tensor.of(new double[] {1.5}, 1);
            Tensor decayed = Tensor.of(new double[] {1.5}, 1);
            adam.add(Map.of("plain", plain), 0).add(Map.of("decayed", decayed), 0.1);

            double[] expectedPlain = expected(1.5, gradients, 0);
            double[] expectedDecayed = expected(1.5, gradients, 0.1);
            for (int t = 0; t < gradients.length; t++) {
                Tensor gradient = Tensor.of(new double[] {gradients[t]}, 1);
                adam.step(List.of(gradient, gradient));
                assertThat(plain.item()).isCloseTo(expectedPlain[t], within(1e-9));
                assertThat(decayed.item()).isCloseTo(expectedDecayed[t], within(1e-9));
            }
        }
    }

    @Test
    void aStepWithAGradientThatIsNotFiniteChangesNothingAndIsCounted() {
        try (TensorScope _ = TensorScope.open();
                Adam adam = new Adam(LR, BETA1, BETA2, EPS)) {
            Tensor a = Tensor.of(1f, 2f);
            Tensor b = Tensor.of(3f);
            Tensor expectedA = Tensor.of(1f, 2f);
            Tensor expectedB = Tensor.of(3f);
            Tensor good = Tensor.of(0.5f, -0.5f);
            adam.add(Map.of("a", a), 0.1).add(Map.of("b", b), 0);
            for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
                adam.step(List.of(good, Tensor.of(bad)));
            }
            assertThat(a.toFloatArray()).containsExactly(1, 2);
            assertThat(b.toFloatArray()).containsExactly(3);
            assertThat(adam.skippedSteps().orElseThrow().total()).isEqualTo(2);
            assertThat(adam.skippedSteps().orElseThrow().inARow()).isEqualTo(2);

            adam.step(List.of(good, Tensor.of(1f)));
            try (Adam undisturbed = new Adam(LR, BETA1, BETA2, EPS)) {
                undisturbed.add(Map.of("a", expectedA), 0.1).add(Map.of("b", expectedB), 0);
                undisturbed.step(List.of(good, Tensor.of(1f)));
            }
            assertThat(a.toFloatArray()).containsExactly(expectedA.toFloatArray());
            assertThat(b.toFloatArray()).containsExactly(expectedB.toFloatArray());
            assertThat(adam.skippedSteps().orElseThrow().total()).isEqualTo(2);
            assertThat(adam.skippedSteps().orElseThrow().inARow()).isZero();
        }
    }

    /** A step of Adam hardly depends on the gradients' scale: what it remembers of them tells. */
    private static float[] firstMoments(double maxNorm, Tensor... gradients) {
        Map<String, Tensor> parameters = new LinkedHashMap<>();
        for (int i = 0; i < gradients.length; i++) {
            parameters.put("p" + i, gradients[i].zeros_like());
        }
        try (Adam adam = new Adam(LR, BETA1, BETA2, EPS).add(parameters, 0).clipGradNorm(maxNorm)) {
            adam.step(List.of(gradients));
            Tensor moments = Torch.cat(parameters.keySet().stream()
                    .map(name -> adam.state().get(name + ".exp_avg").flatten())
                    .toList());
            return moments.div(1 - BETA1).toFloatArray();
        }
    }

    @Test
    void clippingScalesAllGradientsByTheirCommonNorm() {
        try (TensorScope _ = TensorScope.open()) {
            assertThat(firstMoments(6.5, Tensor.of(3f, 4f), Tensor.of(new float[] {0, 12}, 1, 2)))
                    .containsExactly(new float[] {1.5f, 2, 0, 6}, within(1e-5f));
        }
    }

    @Test
    void clippingLeavesSmallAndVanishingGradientsAsTheyAre() {
        try (TensorScope _ = TensorScope.open()) {
            assertThat(firstMoments(1, Tensor.of(0.3f, 0.4f))).containsExactly(0.3f, 0.4f);
            assertThat(firstMoments(1, Tensor.of(0f, 0f))).containsExactly(0, 0);
        }
    }

    @Test
    void theLearningRateIsThatOfTheLastSetting() {
        try (TensorScope _ = TensorScope.open();
                Adam adam = new Adam(LR, BETA1, BETA2, EPS)) {
            Tensor parameter = Tensor.of(new double[] {1}, 1);
            adam.add(Map.of("p", parameter), 0);
            adam.setLr(0.5);
            adam.step(List.of(Tensor.of(new double[] {3}, 1)));
            assertThat(parameter.item()).isCloseTo(0.5, within(1e-6)); // the first step is lr long
        }
    }

    @Test
    void ownsItsMomentsAndNotTheParameters() {
        long before = Tensor.liveCount();
        try (Tensor parameter = Tensor.of(1f, 2f)) {
            try (Adam adam = new Adam(LR, BETA1, BETA2, EPS).add(Map.of("p", parameter), 0)) {
                assertThat(adam.state())
                        .containsOnlyKeys("p.exp_avg", "p.exp_avg_sq", "p.step", "skipped.total", "skipped.in_a_row");
            }
            assertThat(parameter.isClosed()).isFalse();
        }
        assertThat(Tensor.liveCount()).isEqualTo(before);
    }

    @Test
    void asManyGradientsAsParametersAreNeeded() {
        try (TensorScope _ = TensorScope.open();
                Adam adam = new Adam(LR, BETA1, BETA2, EPS).add(Map.of("p", Tensor.of(1f)), 0)) {
            assertThatThrownBy(() -> adam.step(List.of(Tensor.of(1f), Tensor.of(1f))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("2 gradients for 1");
        }
    }

    /** The gradient of a sum is one number, expanded: the fused kernel would read past it. */
    @Test
    void expandedAndTransposedGradientsCountAsWritten() {
        try (TensorScope _ = TensorScope.open();
                Adam adam = new Adam(LR, BETA1, BETA2, EPS);
                Adam same = new Adam(LR, BETA1, BETA2, EPS)) {
            Map<String, Tensor> strided = parameters();
            Map<String, Tensor> plain = parameters();
            Tensor expanded = Torch.ones(1, 1).expand(new long[] {300, 400});
            Tensor transposed =
                    Torch.arange(120_000).to(DType.FLOAT32).view(400, 300).t();
            adam.add(strided, 0).step(List.of(expanded, transposed));
            same.add(plain, 0).step(List.of(expanded.contiguous(), transposed.contiguous()));
            strided.forEach((name, parameter) ->
                    assertThat(parameter.equal(plain.get(name))).isTrue());
        }
    }

    private static Map<String, Tensor> parameters() {
        Map<String, Tensor> parameters = new LinkedHashMap<>();
        parameters.put("a", Torch.zeros(300, 400));
        parameters.put("b", Torch.zeros(300, 400));
        return parameters;
    }

    @Test
    void aGradientOfAnotherShapeIsRefused() {
        try (TensorScope _ = TensorScope.open();
                Adam adam = new Adam(LR, BETA1, BETA2, EPS).add(Map.of("p", Torch.zeros(2, 3)), 0)) {
            assertThatThrownBy(() -> adam.step(List.of(Torch.zeros(3, 2))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("gradient of p has the shape [3, 2]");
        }
    }
}
