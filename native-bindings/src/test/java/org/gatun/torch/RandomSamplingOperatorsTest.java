package org.gatun.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatun.torch.DType.FLOAT32;
import static org.gatun.torch.DType.FLOAT64;
import static org.gatun.torch.DType.INT64;
import static org.gatun.torch.RandomOperatorCase.SAMPLES;
import static org.gatun.torch.TestDevice.DEVICE;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RandomSamplingOperatorsTest {

    private static final double INF = Double.POSITIVE_INFINITY;
    private static final long[] SIZE = {SAMPLES};

    static Stream<RandomOperatorCase> rows() {
        return Stream.of(
                // operator, call, dtype, min, max, mean, variance, fourth moment about the mean
                new RandomOperatorCase(
                        "rand", () -> Torch.rand(SIZE, FLOAT32, DEVICE), FLOAT32, 0, 1, 0.5, 1 / 12.0, 1 / 80.0),
                new RandomOperatorCase("randn", () -> Torch.randn(SIZE, FLOAT64, DEVICE), FLOAT64, -INF, INF, 0, 1, 3),
                new RandomOperatorCase("rand_like", () -> floats().rand_like(), FLOAT32, 0, 1, 0.5, 1 / 12.0, 1 / 80.0),
                new RandomOperatorCase("randn_like", () -> floats().randn_like(FLOAT64), FLOAT64, -INF, INF, 0, 1, 3),
                // 0, 1 and 2: the variance is 2/3, and the fourth moment too
                new RandomOperatorCase(
                        "randint", () -> Torch.randint(3, SIZE, INT64, DEVICE), INT64, 0, 2, 1, 2 / 3.0, 2 / 3.0),
                new RandomOperatorCase(
                        "randint.low",
                        () -> Torch.randint(-1, 2, SIZE, FLOAT32, DEVICE),
                        FLOAT32,
                        -1,
                        1,
                        0,
                        2 / 3.0,
                        2 / 3.0),
                uniformIntegers("randperm", SAMPLES),
                bernoulli("bernoulli", 0.25, () -> floats().fill_(0.25).bernoulli()),
                bernoulli("bernoulli_.float", 0.9, () -> floats().bernoulli_(0.9)),
                bernoulli("bernoulli_.float", 0.5, () -> floats().bernoulli_()),
                new RandomOperatorCase("exponential_", () -> floats().exponential_(), FLOAT32, 0, INF, 1, 1, 9),
                new RandomOperatorCase(
                        "exponential_", () -> floats().exponential_(2), FLOAT32, 0, INF, 0.5, 0.25, 9 / 16.0),
                new RandomOperatorCase("normal_", () -> floats().normal_(3, 2), FLOAT32, -INF, INF, 3, 4, 48),
                new RandomOperatorCase("uniform_", () -> floats().uniform_(-2, 4), FLOAT32, -2, 4, 1, 3, 16.2),
                // 0, or 1 / 0.75
                new RandomOperatorCase(
                        "dropout",
                        () -> Torch.dropout(Torch.ones(SIZE, FLOAT32, DEVICE), 0.25, true),
                        FLOAT32,
                        0,
                        4 / 3.0 + 1e-6,
                        1,
                        1 / 3.0,
                        7 / 27.0));
    }

    private static Tensor floats() {
        return Torch.empty(SIZE, FLOAT32, DEVICE);
    }

    private static RandomOperatorCase bernoulli(String operator, double p, Supplier<Tensor> draw) {
        double variance = p * (1 - p);
        return new RandomOperatorCase(operator, draw, FLOAT32, 0, 1, p, variance, variance * (1 - 3 * variance));
    }

    private static RandomOperatorCase uniformIntegers(String operator, double n) {
        double variance = (n * n - 1) / 12;
        double fourthMoment = (n * n - 1) * (3 * n * n - 7) / 240;
        return new RandomOperatorCase(
                operator,
                () -> Torch.randperm((long) n, INT64, DEVICE),
                INT64,
                0,
                n - 1,
                (n - 1) / 2,
                variance,
                fourthMoment);
    }

    @TestFactory
    Stream<DynamicTest> operators() {
        return rows().flatMap(RandomOperatorCase::tests);
    }

    @Test
    void aPermutationHoldsEveryNumberOnce() {
        try (Tensor permutation = Torch.randperm(100)) {
            long[] numbers = permutation.toLongArray();
            Arrays.sort(numbers);
            assertThat(numbers).isEqualTo(LongStream.range(0, 100).toArray());
        }
    }

    @Test
    void operatorsInPlaceReturnTheTensorThatTheyFill() {
        try (Tensor tensor = floats()) {
            assertThat(tensor.bernoulli_(0.5)).isSameAs(tensor);
            assertThat(tensor.exponential_()).isSameAs(tensor);
            assertThat(tensor.normal_()).isSameAs(tensor);
            assertThat(tensor.uniform_()).isSameAs(tensor);
        }
    }

    @Test
    void dropoutLeavesItsInputAloneOutsideOfTraining() {
        try (var _ = TensorScope.open()) {
            assertThat(Torch.dropout(Tensor.of(1, 2, 3), 0.5, false).toFloatArray())
                    .containsExactly(1, 2, 3);
        }
    }

    @Test
    void theGradientOfDropoutIsItsMask() {
        try (var _ = TensorScope.open()) {
            Tensor input = Torch.ones(100).requires_grad_();
            Tensor output = Torch.dropout(input, 0.5, true);
            assertThat(Autograd.grad(output.sum(), List.of(input)).getFirst().toFloatArray())
                    .isEqualTo(output.toFloatArray());
        }
    }
}
