package org.gatun.vqgan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gatun.nn.Parameters;
import org.gatun.optim.Adam;
import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.gatun.torch.Generator;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;
import org.gatun.vqgan.quantize.QuantizerConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VqganStepTest {

    private static final AutoencoderConfig TINY =
            new AutoencoderConfig(32, 3, List.of(1, 1), 1, List.of(8), 0, 3, 16, 32, false, 8, true);

    private Parameters parameters;
    private Parameters lossParameters;
    private VqModel model;
    private VqganLoss loss;
    private Adam autoencoder;
    private Adam discriminator;

    @BeforeEach
    void build() {
        Generator.manualSeed(7);
        parameters = new Parameters(Device.CPU, DType.FLOAT64);
        lossParameters = new Parameters(Device.CPU, DType.FLOAT64);
        model = new VqModel(parameters.root(), new VqModelConfig(TINY, new QuantizerConfig.Normalized(16, 8, 0.25, 5)));
        LossConfig config =
                new LossConfig(0, 0, 1, 1, 3, 1, 0.8, AdaptiveWeight.REFERENCE, 0, false, 8, DiscriminatorLoss.HINGE);
        loss = new VqganLoss(lossParameters.root().at("loss"), config, null);
        autoencoder = new Adam(1e-3, 0.5, 0.9, 1e-8).add(parameters.parameters(), 0);
        discriminator = new Adam(1e-3, 0.5, 0.9, 1e-8).add(lossParameters.parameters(), 0);
    }

    @AfterEach
    void close() {
        autoencoder.close();
        discriminator.close();
        parameters.close();
        lossParameters.close();
    }

    private VqganStep step(TrainingOrder order) {
        return new VqganStep(model, loss, autoencoder, discriminator, order);
    }

    private static Tensor pictures() {
        return Torch.rand(new long[] {2, 3, 16, 16}, DType.FLOAT64).mul(2).sub(1);
    }

    @Test
    void bothOrdersGiveTheAutoencoderTheSameGradients() {
        try (TensorScope _ = TensorScope.open()) {
            Tensor x = pictures();
            VqganStep step = step(TrainingOrder.FAST);
            List<Tensor> reference = step.referenceGradients(x, 1).grads();
            List<Tensor> fast = step.fastGradients(x, 1).grads();

            double largest = reference.stream()
                    .mapToDouble(gradient -> gradient.linalg_vector_norm().item())
                    .max()
                    .orElseThrow();
            for (int i = 0; i < reference.size(); i++) {
                double scale = Math.max(reference.get(i).linalg_vector_norm().item(), 1e-6 * largest);
                double difference =
                        reference.get(i).sub(fast.get(i)).linalg_vector_norm().item();
                assertThat(difference / scale).isLessThan(1e-9);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStepLeavesNoTensorBehind(TrainingOrder order) {
        VqganStep step = step(order);
        long before = Tensor.liveCount();
        for (int i = 0; i < 3; i++) {
            try (TensorScope _ = TensorScope.open()) {
                step.run(pictures(), i);
            }
            assertThat(Tensor.liveCount()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void trainingOnOneBatchLowersItsLoss(TrainingOrder order) {
        VqganStep step = step(order);
        try (TensorScope _ = TensorScope.open()) {
            Tensor x = pictures().mul(0).add(0.5); // one grey: easy to learn
            double first = step.run(x, 0).read().get("nll_loss");
            double last = first;
            for (int i = 1; i < 60; i++) {
                try (TensorScope _ = TensorScope.open()) {
                    last = step.run(x, i).read().get("nll_loss");
                }
            }
            assertThat(last).isLessThan(0.5 * first);
        }
    }

    @Test
    void theDiscriminatorWaitsForItsStart() {
        LossConfig late = loss.config().withDiscStart(100);
        try (TensorScope _ = TensorScope.open();
                Parameters untouched = new Parameters(Device.CPU, DType.FLOAT64)) {
            VqganLoss lateLoss = new VqganLoss(untouched.root(), late, null);
            VqganStep step = new VqganStep(model, lateLoss, autoencoder, discriminator, TrainingOrder.FAST);
            VqganLosses losses = step.run(pictures(), 0);

            assertThat(losses.discriminator()).isNull();
            assertThat(losses.read()).containsEntry("disc_factor", 0.0).doesNotContainKey("disc_loss");
        }
    }

    @Test
    void theWarmUpRaisesTheFactorStepByStep() {
        LossConfig config =
                new LossConfig(10, 4, 1, 1, 3, 1, 1, AdaptiveWeight.REFERENCE, 0, false, 8, DiscriminatorLoss.HINGE);

        assertThat(List.of(9L, 10L, 11L, 13L, 14L, 15L).stream().map(config::discFactor))
                .containsExactly(0.0, 0.2, 0.4, 0.8, 1.0, 1.0);
    }
}
