package org.gatun.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatun.torch.Literal.bool;
import static org.gatun.torch.Literal.f64;
import static org.gatun.torch.OperatorCase.op;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class AutogradOperatorsTest {

    private static final Literal X = f64(1, 2);

    static Stream<OperatorCase> rows() {
        return Stream.of(
                op("detach", x -> x.detach(), X).gives(X),
                op("requires_grad_", x -> x.requires_grad_(), X).gives(X),
                op("requires_grad_", x -> x.requires_grad_(false), X).gives(X),
                op("is_leaf", x -> x.is_leaf(), X).gives(bool(1).shaped()),
                op("is_leaf", x -> x.requires_grad_().mul(2).is_leaf(), X).gives(bool(0).shaped()));
    }

    @TestFactory
    Stream<DynamicTest> operators() {
        return rows().flatMap(OperatorCase::tests);
    }

    @Test
    void detachedTensorsShareMemoryButNotHistory() {
        try (var _ = TensorScope.open()) {
            Tensor x = X.tensor().requires_grad_();
            Tensor detached = x.mul(2).detach();
            assertThat(x.requiresGrad()).isTrue();
            assertThat(detached.requiresGrad()).isFalse();
            assertThat(x.detach().dataPointer()).isEqualTo(x.dataPointer());
            assertThat(x.requires_grad_(false).requiresGrad()).isFalse();
        }
    }
}
