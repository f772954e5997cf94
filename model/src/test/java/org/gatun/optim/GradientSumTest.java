package org.gatun.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;
import org.junit.jupiter.api.Test;

class GradientSumTest {

    @Test
    void givesTheMeanAndLeavesThePartsAsTheyAre() {
        try (TensorScope _ = TensorScope.open();
                GradientSum sum = new GradientSum(3)) {
            Tensor first = Torch.ones(1).expand(new long[] {2}); // two elements in one place
            sum.add(List.of(first, Tensor.of(4f)));
            sum.add(List.of(Tensor.of(2f, 3f), Tensor.of(5f)));
            sum.add(List.of(Tensor.of(3f, 5f), Tensor.of(6f)));
            List<Tensor> mean = sum.mean();
            assertThat(mean.get(0).toFloatArray()).containsExactly(2, 3);
            assertThat(mean.get(1).toFloatArray()).containsExactly(5);
            assertThat(sum.mean().get(1).toFloatArray()).containsExactly(5);
            assertThat(first.contiguous().toFloatArray()).containsExactly(1, 1);
        }
    }

    @Test
    void ownsTheSumAlone() {
        try (TensorScope _ = TensorScope.open()) {
            List<Tensor> grads = List.of(Tensor.of(1f), Tensor.of(2f));
            long before = Tensor.liveCount();
            try (GradientSum sum = new GradientSum(2)) {
                for (int part = 0; part < 2; part++) {
                    try (TensorScope _ = TensorScope.open()) {
                        sum.add(grads);
                    }
                }
                assertThat(sum.mean().getFirst().item()).isEqualTo(1);
            }
            assertThat(Tensor.liveCount()).isEqualTo(before);
        }
    }

    @Test
    void aPartThatIsMissingIsAnError() {
        try (TensorScope _ = TensorScope.open();
                GradientSum sum = new GradientSum(2)) {
            sum.add(List.of(Tensor.of(1f)));
            assertThatIllegalStateException().isThrownBy(sum::mean).withMessageContaining("1 of 2");
        }
    }
}
