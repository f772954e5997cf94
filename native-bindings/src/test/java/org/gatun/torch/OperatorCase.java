package org.gatun.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * A row of the operator tables: an operator, its operands, and what it gives.
 *
 * @param call returns a tensor, a list of tensors, a record of tensors or a Boolean
 * @param written how many operands, from the first, the operator writes to
 * @param differentiated operands whose gradients are compared with finite differences
 */
record OperatorCase(
        String operator,
        Function<List<Tensor>, Object> call,
        List<Literal> operands,
        int written,
        List<Literal> results,
        List<Integer> differentiated)
        implements OperatorRow {

    private static final double STEP = 1e-6;

    static {
        LibTorch.setNumThreads(1); // more would only wait for each other: the operands are small
    }

    /** A function of three operands. */
    @FunctionalInterface
    interface Ternary {
        Object apply(Tensor first, Tensor second, Tensor third);
    }

    static OperatorCase op(String operator, Supplier<Object> call) {
        return row(operator, _ -> call.get());
    }

    static OperatorCase op(String operator, Function<Tensor, Object> call, Literal operand) {
        return row(operator, t -> call.apply(t.get(0)), operand);
    }

    static OperatorCase op(String operator, BiFunction<Tensor, Tensor, Object> call, Literal first, Literal second) {
        return row(operator, t -> call.apply(t.get(0), t.get(1)), first, second);
    }

    static OperatorCase op(String operator, Ternary call, Literal first, Literal second, Literal third) {
        return row(operator, t -> call.apply(t.get(0), t.get(1), t.get(2)), first, second, third);
    }

    /** An operator that takes a list, or many operands. */
    static OperatorCase opOnList(String operator, Function<List<Tensor>, Object> call, Literal... operands) {
        return row(operator, call, operands);
    }

    /** An operator that returns nothing, but writes to its first operands. */
    static OperatorCase opThatWrites(int written, String operator, Consumer<List<Tensor>> call, Literal... operands) {
        Function<List<Tensor>, Object> writtenOperands = tensors -> {
            call.accept(tensors);
            return tensors.subList(0, written);
        };
        return new OperatorCase(operator, writtenOperands, List.of(operands), written, List.of(), List.of());
    }

    private static OperatorCase row(String operator, Function<List<Tensor>, Object> call, Literal... operands) {
        return new OperatorCase(operator, call, List.of(operands), isInPlace(operator) ? 1 : 0, List.of(), List.of());
    }

    private static boolean isInPlace(String operator) {
        return operator.split("\\.")[0].endsWith("_");
    }

    OperatorCase gives(Literal... expected) {
        return new OperatorCase(operator, call, operands, written, List.of(expected), differentiated);
    }

    /** Differentiable in its float64 operands. */
    OperatorCase differentiable() {
        return differentiable(IntStream.range(0, operands.size())
                .filter(i -> operands.get(i).dtype() == DType.FLOAT64)
                .toArray());
    }

    OperatorCase differentiable(int... indices) {
        return new OperatorCase(
                operator,
                call,
                operands,
                written,
                results,
                IntStream.of(indices).boxed().toList());
    }

    Stream<DynamicTest> tests() {
        List<DynamicTest> tests = new ArrayList<>();
        tests.add(dynamicTest(this + " gives the expected values", this::givesTheExpectedValues));
        if (!operands.isEmpty()) {
            tests.add(dynamicTest(this + " refuses closed operands", this::refusesClosedOperands));
        }
        if (!differentiated.isEmpty()) {
            tests.add(dynamicTest(this + " has the gradients of finite differences", this::hasTheRightGradients));
        }
        return tests.stream();
    }

    @Override
    public void run() {
        call.apply(tensors());
    }

    private void givesTheExpectedValues() {
        long live = Tensor.liveCount();
        try (var _ = TensorScope.open()) {
            List<Tensor> tensors = tensors();
            List<Tensor> actual = tensorsOf(call.apply(tensors));
            assertThat(actual).hasSameSizeAs(results);
            for (int i = 0; i < actual.size(); i++) {
                results.get(i).assertMatches(actual.get(i));
            }
            if (isInPlace(operator)) {
                assertThat(actual.getFirst())
                        .as("an operator in place returns self")
                        .isSameAs(tensors.getFirst());
            }
            for (int i = written; i < tensors.size(); i++) {
                assertThat(tensors.get(i).toDoubleArray())
                        .as("operand %d, left as it was", i)
                        .isEqualTo(operands.get(i).values());
            }
        }
        assertThat(Tensor.liveCount()).as("live tensors").isEqualTo(live);
    }

    private void refusesClosedOperands() {
        long live = Tensor.liveCount();
        for (int i = 0; i < operands.size(); i++) {
            try (var _ = TensorScope.open()) {
                List<Tensor> tensors = tensors();
                tensors.get(i).close();
                assertThatIllegalStateException()
                        .as("operand %d is closed", i)
                        .isThrownBy(() -> call.apply(tensors))
                        .withMessage("the tensor is closed");
            }
        }
        assertThat(Tensor.liveCount()).as("live tensors").isEqualTo(live);
    }

    private void hasTheRightGradients() {
        try (var _ = TensorScope.open()) {
            List<Tensor> leaves = new ArrayList<>();
            List<Tensor> tensors = new ArrayList<>();
            for (int i = 0; i < operands.size(); i++) {
                Tensor tensor = operands.get(i).tensor();
                if (differentiated.contains(i)) {
                    leaves.add(tensor.requires_grad_());
                    tensor = tensor.clone(); // leaves can't be changed in place
                }
                tensors.add(tensor);
            }
            List<Tensor> gradients = Autograd.grad(objective(call.apply(tensors)), leaves);
            for (int i = 0; i < gradients.size(); i++) {
                int operand = differentiated.get(i);
                assertThat(gradients.get(i).toDoubleArray())
                        .as("gradient for operand %d", operand)
                        .containsExactly(finiteDifferences(operand), within(1e-6));
            }
        }
    }

    private double[] finiteDifferences(int operand) {
        double[] values = operands.get(operand).values();
        double[] differences = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            differences[i] = (objective(operand, operands.get(operand).with(i, values[i] + STEP))
                            - objective(operand, operands.get(operand).with(i, values[i] - STEP)))
                    / (2 * STEP);
        }
        return differences;
    }

    private double objective(int operand, Literal value) {
        try (var _ = TensorScope.open()) {
            List<Tensor> tensors = tensors();
            tensors.set(operand, value.tensor());
            return objective(call.apply(tensors)).item();
        }
    }

    /** A scalar in which every element of every floating-point result has a weight of its own. */
    private static Tensor objective(Object result) {
        Tensor sum = null;
        for (Tensor tensor : tensorsOf(result)) {
            if (tensor.dtype().isFloatingPoint()) {
                Tensor term =
                        tensor.mul(Literal.wave(0.5, tensor.shape()).tensor()).sum();
                sum = sum == null ? term : sum.add(term);
            }
        }
        return sum;
    }

    private List<Tensor> tensors() {
        List<Tensor> tensors = new ArrayList<>();
        operands.forEach(operand -> tensors.add(operand.tensor()));
        return tensors;
    }

    private static List<Tensor> tensorsOf(Object result) {
        return switch (result) {
            case Tensor tensor -> List.of(tensor);
            case Boolean value -> List.of(Literal.bool(value ? 1 : 0).shaped().tensor());
            case List<?> list -> list.stream().map(Tensor.class::cast).toList();
            case Record tuple ->
                Stream.of(tuple.getClass().getRecordComponents())
                        .map(component -> member(tuple, component))
                        .toList();
            default -> throw new IllegalArgumentException("not what an operator returns: " + result);
        };
    }

    private static Tensor member(Record tuple, RecordComponent component) {
        try {
            return (Tensor) component.getAccessor().invoke(tuple);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public String toString() {
        return operator + operands;
    }
}
