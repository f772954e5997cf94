package org.gatun.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AutogradTest {

    private final long live = Tensor.liveCount();
    private TensorScope scope;

    @BeforeEach
    void open() {
        scope = TensorScope.open();
    }

    @AfterEach
    void close() {
        scope.close();
        assertThat(Tensor.liveCount()).isEqualTo(live);
        assertThat(Autograd.isGradEnabled()).isTrue();
    }

    @Test
    void gradGivesTheGradientsOfAScalar() {
        Tensor x = Tensor.of(2, 3).requires_grad_();
        Tensor y = Tensor.of(5, 7).requires_grad_();
        List<Tensor> gradients = Autograd.grad(x.mul(y).sum(), List.of(x, y));
        assertThat(gradients.get(0).toFloatArray()).containsExactly(5, 7);
        assertThat(gradients.get(1).toFloatArray()).containsExactly(2, 3);
        assertThat(x.grad()).isNull();
    }

    @Test
    void gradWeighsManyOutputsByTheirGradients() {
        Tensor x = Tensor.of(2, 3).requires_grad_();
        List<Tensor> gradients = Autograd.grad(
                List.of(x.square(), x.mul(10)),
                List.of(x),
                List.of(Tensor.of(1, 100), Tensor.of(0, 1)),
                false,
                false,
                false);
        assertThat(gradients.getFirst().toFloatArray()).containsExactly(4, 610);
    }

    @Test
    void anUnusedInputHasNoGradientWhereThatIsAllowed() {
        Tensor x = Tensor.of(2).requires_grad_();
        Tensor unused = Tensor.of(3).requires_grad_();
        List<Tensor> gradients =
                Autograd.grad(List.of(x.square().sum()), List.of(unused, x), List.of(), false, false, true);
        assertThat(gradients.get(0)).isNull();
        assertThat(gradients.get(1).item()).isEqualTo(4);
        assertThatExceptionOfType(TorchException.class)
                .isThrownBy(() -> Autograd.grad(x.square().sum(), List.of(unused)))
                .withMessageContaining("not have been used in the graph");
    }

    @Test
    void aGraphCanBeUsedTwiceOnlyIfItIsRetained() {
        Tensor x = Tensor.of(2).requires_grad_();
        Tensor y = x.square().sum();
        Autograd.grad(List.of(y), List.of(x), List.of(), true, false, false);
        assertThat(Autograd.grad(y, List.of(x)).getFirst().item()).isEqualTo(4);
        assertThatExceptionOfType(TorchException.class)
                .isThrownBy(() -> Autograd.grad(y, List.of(x)))
                .withMessageContaining("backward through the graph a second time");
    }

    @Test
    void aGradientCanBeDifferentiatedInTurn() {
        Tensor x = Tensor.of(2).requires_grad_();
        Tensor first = Autograd.grad(List.of(x.pow(3)), List.of(x), List.of(), false, true, false)
                .getFirst();
        assertThat(first.item()).isEqualTo(12);
        assertThat(Autograd.grad(first.sum(), List.of(x)).getFirst().item()).isEqualTo(12);
    }

    @Test
    void backwardAccumulatesInTheLeaves() {
        Tensor x = Tensor.of(2).requires_grad_();
        assertThat(x.grad()).isNull();
        x.square().backward();
        assertThat(x.grad().item()).isEqualTo(4);
        Autograd.backward(List.of(x.mul(3)), List.of(Tensor.of(10)), false, false);
        assertThat(x.grad().item()).isEqualTo(34);
        x.clearGrad();
        assertThat(x.grad()).isNull();
    }

    @Test
    void noGradRecordsNothingUntilItCloses() {
        Tensor x = Tensor.of(2).requires_grad_();
        try (var _ = Autograd.noGrad()) {
            assertThat(Autograd.isGradEnabled()).isFalse();
            assertThat(x.mul(2).requiresGrad()).isFalse();
            x.add_(1);
            try (var _ = Autograd.enableGrad()) {
                assertThat(x.mul(2).requiresGrad()).isTrue();
            }
            assertThat(Autograd.isGradEnabled()).isFalse();
        }
        assertThat(x.mul(2).requiresGrad()).isTrue();
        assertThat(x.item()).isEqualTo(3);
    }

    @Test
    void closingAGuardTwiceChangesNothing() {
        Autograd.GradModeGuard first = Autograd.noGrad();
        first.close();
        try (var _ = Autograd.noGrad()) {
            first.close();
            assertThat(Autograd.isGradEnabled()).isFalse();
        }
    }

    @Test
    void aGuardBelongsToItsThread() throws Exception {
        try (var guard = Autograd.noGrad();
                var other = Executors.newSingleThreadExecutor()) {
            other.submit(() -> {
                        assertThat(Autograd.isGradEnabled()).isTrue();
                        assertThatIllegalStateException()
                                .isThrownBy(guard::close)
                                .withMessageStartingWith("grad mode was set by thread ");
                    })
                    .get();
            assertThat(Autograd.isGradEnabled()).isFalse();
        }
    }
}
