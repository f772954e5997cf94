package org.gatun.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.gatun.torch.DeviceType.CPU;

import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AutocastTest {

    private TensorScope scope;

    @BeforeEach
    void open() {
        scope = TensorScope.open();
    }

    @AfterEach
    void close() {
        scope.close();
        assertThat(Autocast.isEnabled(CPU)).isFalse();
    }

    private static DType dtypeOfAProduct() {
        return Torch.ones(2, 2).matmul(Torch.ones(2, 2)).dtype();
    }

    @Test
    void computesInTheShorterTypeUntilItCloses() {
        try (var _ = Autocast.open(CPU, DType.BFLOAT16)) {
            assertThat(Autocast.isEnabled(CPU)).isTrue();
            assertThat(dtypeOfAProduct()).isEqualTo(DType.BFLOAT16);
            assertThat(Torch.ones(2).add(1).dtype()).isEqualTo(DType.FLOAT32);
        }
        assertThat(dtypeOfAProduct()).isEqualTo(DType.FLOAT32);
    }

    @Test
    void nestsAndRestoresWhatItReplaced() {
        try (var _ = Autocast.open(CPU, DType.BFLOAT16)) {
            try (var _ = Autocast.disable(CPU)) {
                assertThat(dtypeOfAProduct()).isEqualTo(DType.FLOAT32);
                try (var _ = Autocast.open(CPU, DType.FLOAT16)) {
                    assertThat(dtypeOfAProduct()).isEqualTo(DType.FLOAT16);
                }
                assertThat(dtypeOfAProduct()).isEqualTo(DType.FLOAT32);
            }
            assertThat(dtypeOfAProduct()).isEqualTo(DType.BFLOAT16);
        }
    }

    @Test
    void gradientsHaveTheTypeOfTheirParameters() {
        Tensor weight = Torch.ones(2, 2).requires_grad_();
        Tensor loss;
        try (var _ = Autocast.open(CPU, DType.BFLOAT16)) {
            loss = Torch.ones(2, 2).matmul(weight).sum();
        }
        Tensor gradient = Autograd.grad(loss, List.of(weight)).getFirst();
        assertThat(gradient.dtype()).isEqualTo(DType.FLOAT32);
        assertThat(gradient.toFloatArray()).containsExactly(2, 2, 2, 2);
    }

    /** The derivative of a product is a product in turn, which autocast would shorten. */
    @Test
    void backwardPassComputesInTheTypesOfItsForwardPass() {
        Tensor x = Torch.full(new long[] {1, 1}, 1 + 0x1p-20, DType.FLOAT32, Device.CPU);
        Tensor weight = Torch.ones(1, 1).requires_grad_();
        Tensor product = x.matmul(weight);
        try (var _ = Autocast.open(CPU, DType.BFLOAT16)) {
            assertThat(Autograd.grad(List.of(product), List.of(weight), List.of(Torch.ones(1, 1)), true, false, false)
                            .getFirst()
                            .item())
                    .isEqualTo(1 + 0x1p-20);
            product.sum().backward();
            assertThat(weight.grad().item()).isEqualTo(1 + 0x1p-20);
            assertThat(Autocast.isEnabled(CPU)).isTrue();
        }
    }

    @Test
    void castsOfParametersAreForgottenAtTheEnd() {
        Tensor weight = Torch.ones(2, 2).requires_grad_();
        Tensor x = Torch.ones(1, 2);
        for (int expected = 2; expected <= 4; expected += 2) {
            try (var _ = Autocast.open(CPU, DType.BFLOAT16)) {
                assertThat(x.matmul(weight).toFloatArray()).containsExactly(expected, expected);
            }
            try (var _ = Autograd.noGrad()) {
                weight.add_(1);
            }
        }
    }

    @Test
    void closingTwiceChangesNothing() {
        Autocast first = Autocast.open(CPU, DType.BFLOAT16);
        first.close();
        try (var _ = Autocast.open(CPU, DType.BFLOAT16)) {
            first.close();
            assertThat(Autocast.isEnabled(CPU)).isTrue();
        }
    }

    @Test
    void belongsToItsThread() throws Exception {
        try (Autocast autocast = Autocast.open(CPU, DType.BFLOAT16);
                var other = Executors.newSingleThreadExecutor()) {
            other.submit(() -> {
                        assertThat(Autocast.isEnabled(CPU)).isFalse();
                        assertThatIllegalStateException()
                                .isThrownBy(autocast::close)
                                .withMessageStartingWith("autocast was set by thread ");
                    })
                    .get();
            assertThat(Autocast.isEnabled(CPU)).isTrue();
        }
    }
}
