package org.gatun.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.junit.jupiter.api.Test;

final class GradientNormTest {

    @Test
    void scalesAllGradientsByTheirCommonNorm() {
        try (TensorScope _ = TensorScope.open()) {
            List<Tensor> grads = List.of(Tensor.of(3f, 4f), Tensor.of(new float[] {0, 12}, 1, 2));
            GradientNorm.clip(grads, 6.5);
            assertThat(grads.get(0).toFloatArray()).containsExactly(new float[] {1.5f, 2}, within(1e-5f));
            assertThat(grads.get(1).toFloatArray()).containsExactly(new float[] {0, 6}, within(1e-5f));
        }
    }

    @Test
    void leavesSmallAndVanishingGradientsAsTheyAre() {
        try (TensorScope _ = TensorScope.open()) {
            List<Tensor> small = List.of(Tensor.of(0.3f, 0.4f));
            GradientNorm.clip(small, 1);
            assertThat(small.getFirst().toFloatArray()).containsExactly(0.3f, 0.4f);
            List<Tensor> zero = List.of(Tensor.of(0f, 0f));
            GradientNorm.clip(zero, 1);
            assertThat(zero.getFirst().toFloatArray()).containsExactly(0, 0);
        }
    }

    @Test
    void leavesNoTensorBehindWithoutAScope() {
        try (Tensor grad = Tensor.of(3f, 4f)) {
            long before = Tensor.liveCount();
            GradientNorm.clip(List.of(grad), 1);
            assertThat(Tensor.liveCount()).isEqualTo(before);
        }
    }
}
