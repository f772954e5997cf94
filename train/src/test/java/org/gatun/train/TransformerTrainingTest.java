package org.gatun.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gatun.gpt.CodeTransformerConfig;
import org.gatun.gpt.ConditionTokens;
import org.gatun.gpt.GptConfig;
import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.gatun.torch.Generator;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;
import org.junit.jupiter.api.Test;

final class TransformerTrainingTest {

    private static final int STEPS = 5;
    private static final int CODES = 16;

    private static TransformerTraining training(int batchSize, UpdateSettings update, boolean graphs) {
        GptConfig gpt = new GptConfig(20, CODES, 2, 2, 16);
        TransformerSettings settings = new TransformerSettings(
                new CodeTransformerConfig(gpt, 16, 4, 4),
                new ConditionTokens(1, 3, 16),
                0.3,
                Precision.FP32,
                batchSize,
                new LearningRate(1e-2, 3, 0.1),
                0.01,
                update,
                11);
        return new TransformerTraining(settings, Device.CPU, graphs, _ -> {});
    }

    private static List<Double> losses(TransformerTraining training) {
        List<Double> losses = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            try (TensorScope _ = TensorScope.open()) {
                long size = training.settings().stepSize();
                Tensor codes = Torch.randint(16, new long[] {size, CODES}, DType.INT64);
                Tensor condition = Torch.randint(16, 19, new long[] {size, 1}, DType.INT64);
                losses.add(training.step(codes, condition, (double) i / STEPS).item());
            }
        }
        return losses;
    }

    @Test
    void partsOfABatchTrainAsOneLargeBatch() {
        try (TransformerTraining whole = training(6, new UpdateSettings(1, 0.1, 0), false)) {
            List<Double> expected = losses(whole);
            try (TransformerTraining parts = training(2, new UpdateSettings(3, 0.1, 0), false)) {
                assertThat(parts.settings().stepSize()).isEqualTo(6);
                List<Double> actual = losses(parts);
                for (int i = 0; i < STEPS; i++) {
                    assertThat(actual.get(i)).isCloseTo(expected.get(i), within(1e-4));
                }
            }
        }
    }

    @Test
    void checkpointedActivationsTrainExactlyAlike() {
        long before = Tensor.liveCount();
        try (TransformerTraining kept = training(4, new UpdateSettings(1, 1, 0), false);
                TransformerTraining computed = training(4, new UpdateSettings(1, 1, 0, true), false)) {
            // Each draws its batches from where its own steps have left the generator.
            Generator.manualSeed(3);
            List<Double> expected = losses(kept);
            Generator.manualSeed(3);
            assertThat(losses(computed)).isEqualTo(expected);
        }
        assertThat(Tensor.liveCount()).isEqualTo(before);
    }

    @Test
    void stepsOfOneShapeGiveExactlyWhatOrdinaryOnesGive() {
        UpdateSettings update = new UpdateSettings(2, 1, 0.9);
        long before = Tensor.liveCount();
        try (TransformerTraining ordinary = training(2, update, false)) {
            List<Double> expected = losses(ordinary);
            try (TransformerTraining repeated = training(2, update, true)) {
                assertThat(losses(repeated)).isEqualTo(expected);
                Map<String, Tensor> state = repeated.state();
                ordinary.state()
                        .forEach((name, tensor) -> assertThat(tensor.equal(state.get(name)))
                                .as(name)
                                .isTrue());
            }
        }
        assertThat(Tensor.liveCount()).isEqualTo(before);
    }
}
