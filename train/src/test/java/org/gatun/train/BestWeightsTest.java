package org.gatun.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.junit.jupiter.api.Test;

final class BestWeightsTest {

    @Test
    void restoresTheWeightsOfTheSmallestLoss() {
        try (TensorScope _ = TensorScope.open()) {
            Tensor weight = Tensor.of(1f, 2f);
            try (BestWeights best = new BestWeights(Map.of("weight", weight))) {
                assertThat(best.offer(3)).isTrue();
                weight.copy_(Tensor.of(3f, 4f));
                assertThat(best.offer(1)).isTrue();
                weight.copy_(Tensor.of(5f, 6f));
                assertThat(best.offer(2)).isFalse();
                assertThat(best.bestLoss()).isEqualTo(1);
                best.restore();
                assertThat(weight.toFloatArray()).containsExactly(3, 4);
            }
        }
    }

    @Test
    void isNotTakenInByALossThatIsNoNumber() {
        try (TensorScope _ = TensorScope.open()) {
            Tensor weight = Tensor.of(1f);
            try (BestWeights best = new BestWeights(Map.of("weight", weight))) {
                assertThat(best.offer(Double.NaN)).isFalse();
                best.restore();
                assertThat(weight.toFloatArray()).containsExactly(1);
            }
        }
    }

    @Test
    void restoresParametersThatRecordGradients() {
        try (TensorScope _ = TensorScope.open()) {
            Tensor weight = Tensor.of(1f, 2f).requires_grad_(true);
            try (BestWeights best = new BestWeights(Map.of("weight", weight))) {
                best.offer(1);
                weight.detach().zero_();
                best.restore();
                assertThat(weight.detach().toFloatArray()).containsExactly(1, 2);
                assertThat(weight.requiresGrad()).isTrue();
            }
        }
    }

    @Test
    void ownsItsCopiesWhateverScopeIsOpen() {
        try (TensorScope _ = TensorScope.open()) {
            Tensor weight = Tensor.of(1f);
            long before = Tensor.liveCount();
            try (BestWeights best = new BestWeights(Map.of("weight", weight))) {
                try (TensorScope _ = TensorScope.open()) {
                    best.offer(2);
                }
                best.offer(1);
                assertThat(Tensor.liveCount()).isEqualTo(before + 1);
            }
            assertThat(Tensor.liveCount()).isEqualTo(before);
        }
    }
}
