package org.gatun.parity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gatun.torch.DType;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;

/** Gathers the differences of one case. */
final class Comparison {

    private final Fixture fixture;
    private final double bound;
    private double outputs;
    private double gradients;
    private double losses;
    private long unequalIndices;
    private final List<String> failures = new ArrayList<>();

    /** Of results in float64. */
    Comparison(Fixture fixture) {
        this(fixture, ParityResult.BOUND);
    }

    /** @param bound the largest relative error that agrees */
    Comparison(Fixture fixture, double bound) {
        this.fixture = fixture;
        this.bound = bound;
    }

    /** Compares a result with {@code out.name}, relative to the expected norm. */
    void output(String name, Tensor actual) {
        try (TensorScope _ = TensorScope.open()) {
            Tensor expected = fixture.float64("out." + name);
            double error = sameShape("out." + name, expected, actual)
                    ? distance(expected, actual) / Math.max(norm(expected), Double.MIN_NORMAL)
                    : Double.POSITIVE_INFINITY;
            outputs = Math.max(outputs, error);
            judge("out." + name, error);
        }
    }

    /** Compares indices with {@code out.name}. */
    void indices(String name, Tensor actual) {
        try (TensorScope _ = TensorScope.open()) {
            Tensor expected = fixture.tensor("out." + name);
            long unequal = sameShape("out." + name, expected, actual)
                    ? expected.ne(actual).count_nonzero().itemLong()
                    : expected.numel();
            unequalIndices += unequal;
            if (unequal > 0) {
                failures.add("out." + name + ": " + unequal + " of " + expected.numel() + " indices differ");
            }
        }
    }

    /** Counts the indices that are not those of {@code out.name}, and leaves it at that: near ties fall either way in float32. */
    void countIndices(String name, Tensor actual) {
        try (TensorScope _ = TensorScope.open()) {
            unequalIndices +=
                    fixture.tensor("out." + name).ne(actual).count_nonzero().itemLong();
        }
    }

    /** Compares what training gave, in which rounding adds up over the steps. */
    void trainingLoss(String name, double expected, double actual) {
        double error = relative(Math.abs(actual - expected), Math.abs(expected));
        losses = Math.max(losses, error);
        if (!(error <= ParityResult.TRAINING_BOUND)) {
            failures.add("%s: relative error %.2e".formatted(name, error));
        }
    }

    /** Compares a scalar. */
    void loss(String name, double expected, double actual) {
        double error = relative(Math.abs(actual - expected), Math.abs(expected));
        losses = Math.max(losses, error);
        judge(name, error);
    }

    /**
     * Compares a gradient with {@code grad.name} where there is one.
     *
     * @param largest the largest norm of a gradient of this case: those that are zero in exact arithmetic are compared with a millionth
     *     of it
     */
    void gradient(String name, Tensor actual, double largest) {
        String key = "grad." + name;
        if (!fixture.has(key)) {
            return;
        }
        try (TensorScope _ = TensorScope.open()) {
            Tensor expected = fixture.float64(key);
            double error = sameShape(key, expected, actual)
                    ? relative(distance(expected, actual), Math.max(norm(expected), 1e-6 * largest))
                    : Double.POSITIVE_INFINITY;
            gradients = Math.max(gradients, error);
            judge(key, error);
        }
    }

    /** Compares the norm of a gradient, likewise; a case may leave norms out. */
    void gradientNorm(String name, double expected, Tensor actual, double largest) {
        if (Double.isNaN(expected)) {
            return;
        }
        try (TensorScope _ = TensorScope.open()) {
            double error = relative(Math.abs(norm(actual) - expected), Math.max(expected, 1e-6 * largest));
            gradients = Math.max(gradients, error);
            judge("grad_norm of " + name, error);
        }
    }

    ParityResult result() {
        return new ParityResult(
                fixture.name(), fixture.kind(), outputs, gradients, losses, unequalIndices, List.copyOf(failures));
    }

    private boolean sameShape(String name, Tensor expected, Tensor actual) {
        if (Arrays.equals(expected.shape(), actual.shape())) {
            return true;
        }
        failures.add(name + " has the shape " + Arrays.toString(actual.shape()) + ", not "
                + Arrays.toString(expected.shape()));
        return false;
    }

    /** Not a number is a failure too. */
    private void judge(String name, double error) {
        if (!(error <= bound)) {
            failures.add("%s: relative error %.2e".formatted(name, error));
        }
    }

    private static double relative(double difference, double scale) {
        return difference == 0 ? 0 : difference / scale;
    }

    private static double distance(Tensor expected, Tensor actual) {
        return norm(actual.detach().to(DType.FLOAT64).sub(expected));
    }

    private static double norm(Tensor tensor) {
        return tensor.detach().linalg_vector_norm().item();
    }
}
