package org.gatun.vqgan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatun.nn.Parameters;
import org.gatun.optim.Adam;
import org.gatun.torch.Autocast;
import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.gatun.torch.DeviceType;
import org.gatun.torch.Generator;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;
import org.gatun.vqgan.quantize.QuantizerConfig;
import org.gatun.vqgan.quantize.Quantizers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class VqganStepTest {

    private static final AutoencoderConfig TINY =
            new AutoencoderConfig(32, 3, List.of(1, 1), 1, List.of(8), 0, true, 3, 16, 32, false, 8, true);

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
        loss = new VqganLoss(lossParameters.root().at("loss"), pixels(adversarial(AdaptiveWeight.REFERENCE, 0)), null);
        autoencoder = adam(parameters);
        discriminator = adam(lossParameters);
    }

    private static AdversarialConfig adversarial(GeneratorWeight generatorWeight, double lecamWeight) {
        return new AdversarialConfig(
                0, 0, 1, 0.8, generatorWeight, DiscriminatorLoss.HINGE, lecamWeight, false, 3, 8, 1, false);
    }

    private static LossConfig pixels(AdversarialConfig adversarial) {
        return new LossConfig(new ReconstructionTerm.Pixels(0), 1, adversarial);
    }

    private static Adam adam(Parameters parameters) {
        return new Adam(1e-3, 0.5, 0.9, 1e-8).add(parameters.parameters(), 0);
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

    static Stream<LossConfig> losses() {
        AdversarialConfig adaptive = adversarial(AdaptiveWeight.REFERENCE, 0);
        return Stream.of(
                pixels(adaptive),
                pixels(adversarial(AdaptiveWeight.PAPER, 0)),
                pixels(adversarial(new FixedWeight(), 0.001)),
                pixels(adaptive).withoutDiscriminator(),
                new LossConfig(new ReconstructionTerm.BinaryCrossEntropy(), 0.5, Optional.empty()));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void bothOrdersGiveTheAutoencoderTheSameGradients(LossConfig config) {
        try (TensorScope _ = TensorScope.open();
                Parameters ownParameters = new Parameters(Device.CPU, DType.FLOAT64)) {
            Tensor x = pictures().gt(0).to(DType.FLOAT64); // what every loss can be computed for
            VqganLoss own = new VqganLoss(ownParameters.root(), config, null);
            VqganStep step = new VqganStep(model, own, autoencoder, discriminator, TrainingOrder.FAST);
            Tensor factor =
                    step.hasDiscriminator(config.discFactor(0)) ? x.ones_like().mean() : null;
            List<Tensor> reference = step.referenceGradients(x, null, factor).grads();
            List<Tensor> fast = step.fastGradients(x, null, factor).grads();

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

    static Stream<QuantizerConfig> quantizers() {
        return Quantizers.all(16, 8).stream();
    }

    @ParameterizedTest
    @MethodSource("quantizers")
    void checkpointedActivationsGiveExactlyTheSameGradients(QuantizerConfig config) {
        long before = Tensor.liveCount();
        try (TensorScope _ = TensorScope.open()) {
            List<Tensor> expected = gradients(config, false);
            List<Tensor> actual = gradients(config, true);
            for (int i = 0; i < expected.size(); i++) {
                assertThat(actual.get(i).equal(expected.get(i))).isTrue();
            }
        }
        assertThat(Tensor.liveCount()).isEqualTo(before);
    }

    /** The autoencoder's in a first step. */
    private List<Tensor> gradients(QuantizerConfig config, boolean checkpointActivations) {
        Generator.manualSeed(1);
        try (TensorScope scope = TensorScope.open();
                Parameters own = new Parameters(Device.CPU, DType.FLOAT64)) {
            VqModel trained = new VqModel(own.root(), new VqModelConfig(TINY, config));
            try (Adam optimizer = adam(own)) {
                Tensor x = pictures();
                VqganStep step = new VqganStep(
                        trained, loss, optimizer, discriminator, TrainingOrder.FAST, 1, checkpointActivations);
                List<Tensor> grads =
                        step.fastGradients(x, null, x.ones_like().mean()).grads();
                grads.forEach(scope::moveToOuter);
                return grads;
            }
        }
    }

    @Test
    void activationsAreNotCheckpointedInTheReferencesOrder() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new VqganStep(model, loss, autoencoder, discriminator, TrainingOrder.REFERENCE, 1, true));
    }

    /** Without a discriminator: its batch statistics and the adaptive weight are those of each part. */
    @Test
    void aBatchInPartsTrainsAsOneLargeBatch() {
        try (TensorScope _ = TensorScope.open()) {
            Tensor x =
                    Torch.rand(new long[] {6, 3, 16, 16}, DType.FLOAT64).mul(2).sub(1);
            LossConfig config = pixels(adversarial(AdaptiveWeight.REFERENCE, 0)).withoutDiscriminator();
            List<Tensor> whole = trained(config, x, 1);
            List<Tensor> parts = trained(config, x, 3);
            for (int i = 0; i < whole.size(); i++) {
                assertThat(parts.get(i).allclose(whole.get(i), 1e-9, 1e-9)).isTrue();
            }
        }
    }

    /** The losses of three steps and the parameters after them. */
    private static List<Tensor> trained(LossConfig config, Tensor x, int parts) {
        Generator.manualSeed(3);
        try (TensorScope scope = TensorScope.open();
                Parameters own = new Parameters(Device.CPU, DType.FLOAT64);
                Parameters ownLoss = new Parameters(Device.CPU, DType.FLOAT64)) {
            VqModel trained =
                    new VqModel(own.root(), new VqModelConfig(TINY, new QuantizerConfig.Nearest(16, 8, 0.25, true)));
            VqganLoss losses = new VqganLoss(ownLoss.root(), config, null);
            // A large eps, or Adam would hide a sum in the place of the mean: it forgets the scale of the gradients.
            try (Adam optimizer = new Adam(1e-2, 0.5, 0.9, 1).add(own.parameters(), 0);
                    Adam none = adam(ownLoss)) {
                VqganStep step = new VqganStep(trained, losses, optimizer, none, TrainingOrder.FAST, parts, false);
                List<Tensor> results = new ArrayList<>();
                for (int i = 0; i < 3; i++) {
                    results.add(scope.moveToOuter(step.run(x, i).total()));
                }
                own.parameterList()
                        .forEach(parameter ->
                                results.add(scope.moveToOuter(parameter.detach().clone())));
                return results;
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStepInPartsTrainsTheDiscriminatorTooAndLeavesNoTensorBehind(TrainingOrder order) {
        VqganStep step = new VqganStep(model, loss, autoencoder, discriminator, order, 2, false);
        long before = Tensor.liveCount();
        try (TensorScope _ = TensorScope.open()) {
            Tensor weight = lossParameters.parameterList().getFirst();
            Tensor first = weight.detach().clone();
            Tensor x =
                    Torch.rand(new long[] {4, 3, 16, 16}, DType.FLOAT64).mul(2).sub(1);
            VqganLosses losses = step.run(x, 0);
            assertThat(losses.indices().size(0)).isEqualTo(4);
            assertThat(losses.read()).containsEntry("disc_factor", 1.0).containsKey("disc_loss");
            assertThat(weight.equal(first)).isFalse();
        }
        assertThat(Tensor.liveCount()).isEqualTo(before);
    }

    /** Autocast remembers casts of weights: those from a pass without gradients must not be used in one that wants some. */
    @ParameterizedTest
    @EnumSource
    void aStepInPartsTrainsInMixedPrecision(TrainingOrder order) {
        try (Parameters own = new Parameters(Device.CPU, DType.FLOAT32);
                Parameters ownLoss = new Parameters(Device.CPU, DType.FLOAT32);
                TensorScope _ = TensorScope.open()) {
            VqModel trained =
                    new VqModel(own.root(), new VqModelConfig(TINY, new QuantizerConfig.Nearest(16, 8, 0.25, true)));
            VqganLoss losses = new VqganLoss(ownLoss.root(), pixels(adversarial(AdaptiveWeight.REFERENCE, 0)), null);
            try (Adam optimizer = adam(own);
                    Adam ofDiscriminator = adam(ownLoss)) {
                VqganStep step = new VqganStep(trained, losses, optimizer, ofDiscriminator, order, 2, false);
                Tensor x = Torch.rand(4, 3, 16, 16).mul(2).sub(1);
                for (int i = 0; i < 2; i++) {
                    try (Autocast _ = Autocast.open(DeviceType.CPU, DType.BFLOAT16)) {
                        assertThat(step.run(x, i).read().values()).allMatch(Double::isFinite);
                    }
                }
            }
        }
    }

    @Test
    void aBatchThatDoesNotDivideIntoPartsIsRefused() {
        VqganStep step = new VqganStep(model, loss, autoencoder, discriminator, TrainingOrder.FAST, 3, false);
        try (TensorScope _ = TensorScope.open()) {
            Tensor x = pictures();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> step.run(x, 0))
                    .withMessageContaining("3 parts");
        }
    }

    static Stream<Arguments> everyQuantizerInBothOrders() {
        return Quantizers.all(16, 8).stream()
                .flatMap(config -> Stream.of(TrainingOrder.values()).map(order -> Arguments.of(config, order)));
    }

    @ParameterizedTest
    @MethodSource("everyQuantizerInBothOrders")
    void everyQuantizerIsTrainedAndLeavesNoTensorBehind(QuantizerConfig config, TrainingOrder order) {
        long before = Tensor.liveCount();
        try (Parameters own = new Parameters(Device.CPU, DType.FLOAT64)) {
            VqModel trained = new VqModel(own.root(), new VqModelConfig(TINY, config));
            try (Adam optimizer = adam(own)) {
                VqganStep step = new VqganStep(trained, loss, optimizer, discriminator, order);
                for (int i = 0; i < 4; i++) { // past the first restart
                    try (TensorScope _ = TensorScope.open()) {
                        assertThat(step.run(pictures(), i).read().values()).doesNotContain(Double.NaN);
                    }
                }
            }
        }
        assertThat(Tensor.liveCount()).isEqualTo(before);
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
                Parameters waiting = new Parameters(Device.CPU, DType.FLOAT64)) {
            VqganLoss lateLoss = new VqganLoss(waiting.root(), late, null);
            Tensor weight = waiting.parameterList().getFirst();
            Tensor first = weight.detach().clone();
            try (Adam ofWaiting = adam(waiting)) {
                VqganStep step = new VqganStep(model, lateLoss, autoencoder, ofWaiting, TrainingOrder.FAST);

                VqganLosses losses = step.run(pictures(), 99);
                assertThat(losses.discriminator()).isNull();
                assertThat(losses.read()).containsEntry("disc_factor", 0.0).doesNotContainKey("disc_loss");
                assertThat(weight.equal(first)).isTrue();

                assertThat(step.run(pictures(), 100).read())
                        .containsEntry("disc_factor", 1.0)
                        .containsKey("disc_loss");
                assertThat(weight.equal(first)).isFalse();
            }
        }
    }

    /** The reference's order reconstructs once more for a discriminator, also before its start. */
    @Test
    void aDiscriminatorThatNeverStartsCostsNothing() {
        VqganLoss never =
                new VqganLoss(lossParameters.root().at("never"), loss.config().withDiscStart(Long.MAX_VALUE), null);
        for (TrainingOrder order : TrainingOrder.values()) {
            assertThat(new VqganStep(model, never, autoencoder, discriminator, order).hasDiscriminator(0))
                    .isFalse();
        }
        VqganLoss late =
                new VqganLoss(lossParameters.root().at("late"), loss.config().withDiscStart(100), null);
        assertThat(new VqganStep(model, late, autoencoder, discriminator, TrainingOrder.REFERENCE).hasDiscriminator(0))
                .isTrue();
    }

    @Test
    void theWarmUpRaisesTheFactorStepByStep() {
        AdversarialConfig config = new AdversarialConfig(
                10, 4, 1, 1, AdaptiveWeight.REFERENCE, DiscriminatorLoss.HINGE, 0, false, 3, 8, 1, false);

        assertThat(List.of(9L, 10L, 11L, 13L, 14L, 15L).stream().map(config::factor))
                .containsExactly(0.0, 0.2, 0.4, 0.8, 1.0, 1.0);
    }

    @ParameterizedTest
    @EnumSource
    void aModelWithoutADiscriminatorHasNoneToTrain(TrainingOrder order) {
        try (TensorScope _ = TensorScope.open();
                Parameters none = new Parameters(Device.CPU, DType.FLOAT64);
                Adam idle = adam(none)) {
            VqganLoss plain =
                    new VqganLoss(none.root().at("loss"), loss.config().withoutDiscriminator(), null);
            VqganLosses losses = new VqganStep(model, plain, autoencoder, idle, order).run(pictures(), 0);

            assertThat(none.stateDict()).isEmpty();
            assertThat(losses.read()).containsKeys("total_loss", "nll_loss").doesNotContainKeys("g_loss", "disc_loss");
        }
    }

    @ParameterizedTest
    @EnumSource
    void segmentationMapsAreTrainedByTheirCrossEntropy(TrainingOrder order) {
        LossConfig config = new LossConfig(new ReconstructionTerm.BinaryCrossEntropy(), 0.5, Optional.empty());
        try (TensorScope _ = TensorScope.open();
                Parameters none = new Parameters(Device.CPU, DType.FLOAT64);
                Adam idle = adam(none)) {
            Tensor map = Torch.randint(3, new long[] {2, 4, 4}, DType.INT64)
                    .repeat_interleave(4, 1L)
                    .repeat_interleave(4, 2L);
            Tensor oneHot = map.one_hot(3).permute(0, 3, 1, 2).to(DType.FLOAT64); // (2, 3, 16, 16)
            Tensor logits =
                    model.decode(model.encode(oneHot, false).quantized(), false).detach();
            VqganStep step = new VqganStep(model, new VqganLoss(none.root(), config, null), autoencoder, idle, order);
            Map<String, Double> first = step.run(oneHot, 0).read();
            double last = first.get("nll_loss");
            for (int i = 1; i < 60; i++) {
                try (TensorScope _ = TensorScope.open()) {
                    last = step.run(oneHot, i).read().get("nll_loss");
                }
            }

            // -log sigmoid(logit) at the class, -log(1 - sigmoid(logit)) at the others
            double expected = logits.neg()
                    .softplus()
                    .mul(oneHot)
                    .add(logits.softplus().mul(oneHot.rsub(1)))
                    .mean()
                    .item();
            assertThat(first.get("nll_loss")).isCloseTo(expected, within(1e-9));
            assertThat(first.get("total_loss"))
                    .isCloseTo(first.get("nll_loss") + 0.5 * first.get("quant_loss"), within(1e-12));
            assertThat(last).isLessThan(0.5 * first.get("nll_loss"));
        }
    }
}
