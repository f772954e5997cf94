package org.gatun.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatun.torch.Device;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;
import org.gatun.vqgan.AdaptiveWeight;
import org.gatun.vqgan.AdversarialConfig;
import org.gatun.vqgan.AutoencoderConfig;
import org.gatun.vqgan.DiscriminatorLoss;
import org.gatun.vqgan.LossConfig;
import org.gatun.vqgan.ReconstructionTerm;
import org.gatun.vqgan.TrainingOrder;
import org.gatun.vqgan.VqModelConfig;
import org.gatun.vqgan.quantize.QuantizerConfig;
import org.gatun.vqgan.quantize.WarmUpCosineSchedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class VqganTrainingTest {

    private static final int STEPS = 8;
    private static final int DISC_START = 4;
    private static final WarmUpCosineSchedule TEMPERATURE = new WarmUpCosineSchedule(0, 0.5, 1, 1, 100);
    private static final QuantizerConfig NEAREST = new QuantizerConfig.Nearest(16, 8, 0.25, true);

    private static VqganSettings settings(QuantizerConfig quantizer, TrainingOrder order, UpdateSettings update) {
        AutoencoderConfig autoencoder =
                new AutoencoderConfig(32, 3, List.of(1, 1), 1, List.of(8), 0, true, 3, 16, 8, false, 8, true);
        AdversarialConfig adversarial = new AdversarialConfig(
                DISC_START, 2, 1, 0.8, AdaptiveWeight.REFERENCE, DiscriminatorLoss.HINGE, 0.001, false, 3, 8, 1, false);
        return new VqganSettings(
                new VqModelConfig(autoencoder, quantizer),
                new LossConfig(new ReconstructionTerm.Pixels(0), 1, adversarial),
                order,
                Precision.FP32,
                2,
                new LearningRate(1e-3, 3, 0.1),
                0.9,
                0.99,
                update,
                5);
    }

    private static List<Map<String, Double>> losses(VqganTraining training) {
        List<Map<String, Double>> losses = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            try (TensorScope _ = TensorScope.open()) {
                long[] shape = {training.settings().stepSize(), 3, 16, 16};
                Tensor x = Torch.randn(shape, null, Device.CPU).clamp(-1.0, 1.0);
                losses.add(training.step(x, (double) i / STEPS).read());
            }
        }
        return losses;
    }

    private static Map<String, float[]> numbers(Map<String, Tensor> tensors) {
        Map<String, float[]> numbers = new LinkedHashMap<>();
        try (TensorScope _ = TensorScope.open()) {
            tensors.forEach((name, tensor) -> {
                if (tensor.dtype().isFloatingPoint()) {
                    numbers.put(name, tensor.detach().toFloatArray());
                }
            });
        }
        return numbers;
    }

    /** What a GPU captures must not depend on numbers of Java's: the learning rate and the discriminator's factor change here. */
    @ParameterizedTest
    @EnumSource
    void stepsOfOneShapeGiveExactlyWhatOrdinaryOnesGive(TrainingOrder order) {
        UpdateSettings update = new UpdateSettings(2, 0.5, 0.9);
        long before = Tensor.liveCount();
        try (VqganTraining ordinary = new VqganTraining(settings(NEAREST, order, update), Device.CPU, null)) {
            List<Map<String, Double>> expected = losses(ordinary);
            List<String> log = new ArrayList<>();
            try (VqganTraining repeated =
                    new VqganTraining(settings(NEAREST, order, update), Device.CPU, null, true, log::add)) {
                assertThat(losses(repeated)).isEqualTo(expected);
                Map<String, float[]> weights = numbers(repeated.state());
                numbers(ordinary.state())
                        .forEach((name, numbers) ->
                                assertThat(weights.get(name)).as(name).containsExactly(numbers));
            }
            assertThat(log).isEmpty();
            assertThat(expected.get(DISC_START - 1).get("disc_factor")).isZero();
            assertThat(expected.get(DISC_START).get("disc_factor")).isBetween(0.1, 0.9);
            assertThat(expected.getLast().get("disc_factor")).isEqualTo(1);
        }
        assertThat(Tensor.liveCount()).isEqualTo(before);
    }

    @Test
    void theDiscriminatorComesInAtAShareOfTheRunOrAtItsStepIfThatIsEarlier() {
        for (double share : new double[] {0.25, 0.9}) {
            try (VqganTraining training = new VqganTraining(
                            settings(NEAREST, TrainingOrder.FAST, UpdateSettings.PLAIN), Device.CPU, null)
                    .startDiscriminatorAfter(share)) {
                int start = share < 0.5 ? 2 : DISC_START;
                List<Map<String, Double>> losses = losses(training);

                assertThat(losses.subList(0, start))
                        .allSatisfy(each -> assertThat(each).doesNotContainKey("disc_loss"));
                assertThat(losses.subList(start, STEPS))
                        .allSatisfy(each -> assertThat(each).containsKey("disc_loss"));
                assertThat(training.loss().discStart()).isEqualTo(start);
            }
        }
    }

    @Test
    void aQuantizerThatChangesByStepIsNotRepeated() {
        QuantizerConfig gumbel = new QuantizerConfig.Gumbel(16, 8, 1e-3, true, TEMPERATURE);
        List<String> log = new ArrayList<>();
        try (VqganTraining training = new VqganTraining(
                settings(gumbel, TrainingOrder.FAST, UpdateSettings.PLAIN), Device.CPU, null, true, log::add)) {
            assertThat(losses(training)).hasSize(STEPS);
        }
        assertThat(log).singleElement().asString().contains("no CUDA graphs");
    }

    @Test
    void anAverageOfTheWeightsIsWhatIsUsedInTheEnd() {
        try (VqganTraining training = new VqganTraining(
                settings(NEAREST, TrainingOrder.FAST, new UpdateSettings(1, 0, 0.9)), Device.CPU, null)) {
            losses(training);
            Map<String, float[]> own = numbers(training.weights());
            Map<String, float[]> averaged;
            try (var _ = training.averaged()) {
                averaged = numbers(training.weights());
            }
            String last = "decoder.conv_out.weight";
            assertThat(averaged.get(last)).isNotEqualTo(own.get(last));
            assertThat(numbers(training.weights()).get(last)).containsExactly(own.get(last));
            training.finish();
            Map<String, float[]> used = numbers(training.weights());
            averaged.forEach((name, numbers) -> assertThat(used.get(name)).containsExactly(numbers));
        }
    }
}
