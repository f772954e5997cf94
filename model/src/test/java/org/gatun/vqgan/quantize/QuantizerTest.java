package org.gatun.vqgan.quantize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.gatun.nn.Init;
import org.gatun.nn.Parameters;
import org.gatun.torch.Autograd;
import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.gatun.torch.Generator;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QuantizerTest {

    private TensorScope scope;
    private Parameters parameters;

    @BeforeEach
    void open() {
        Generator.manualSeed(1);
        scope = TensorScope.open();
        parameters = new Parameters(Device.CPU, DType.FLOAT64);
    }

    @AfterEach
    void close() {
        parameters.close();
        scope.close();
    }

    static Stream<QuantizerConfig> all() {
        return Quantizers.all(8, 4).stream();
    }

    /** Those that do not remap indices, which forgets codes. */
    static Stream<QuantizerConfig> faithful() {
        return all().filter(config -> !(config instanceof QuantizerConfig.Remapped));
    }

    private static Tensor random(long... shape) {
        return Torch.randn(shape, DType.FLOAT64);
    }

    @ParameterizedTest
    @MethodSource("faithful")
    void indicesLookUpWhatWasQuantized(QuantizerConfig config) {
        Quantizer quantizer = config.create(parameters.root());
        Quantization codes = quantizer.quantize(random(2, 4, 3, 5), QuantizerMode.EVALUATION);

        assertThat(codes.indices().shape()).containsExactly(2, 3, 5);
        Tensor difference = quantizer.lookup(codes.indices()).sub(codes.quantized());
        assertThat(difference.abs().amax().item()).isLessThan(1e-12);
    }

    @ParameterizedTest
    @MethodSource("all")
    void evaluationChangesNothing(QuantizerConfig config) {
        Quantizer quantizer = config.create(parameters.root());
        List<Tensor> before = parameters.stateDict().values().stream()
                .map(tensor -> tensor.detach().clone())
                .toList();
        Tensor z = random(2, 4, 3, 5);
        Tensor first = quantizer.quantize(z, QuantizerMode.EVALUATION).indices();
        Tensor second = quantizer.quantize(z, QuantizerMode.EVALUATION).indices();

        assertThat(first.equal(second)).isTrue();
        List<Tensor> after = List.copyOf(parameters.stateDict().values());
        for (int i = 0; i < before.size(); i++) {
            assertThat(after.get(i).equal(before.get(i))).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void trainingGivesEveryParameterAndTheFeaturesAGradient(QuantizerConfig config) {
        Quantizer quantizer = config.create(parameters.root());
        Tensor z = random(2, 4, 3, 5).requires_grad_(true);
        while (quantizer.gathers()) {
            quantizer.quantize(z, QuantizerMode.TRAINING);
        }
        Quantization codes = quantizer.quantize(z, QuantizerMode.TRAINING);
        Tensor total = codes.quantized().mul(random(2, 4, 3, 5)).sum().add(codes.loss());
        List<Tensor> inputs =
                Stream.concat(Stream.of(z), parameters.parameterList().stream()).toList();
        for (Tensor gradient : Autograd.grad(total, inputs)) {
            assertThat(gradient.isfinite().all().itemLong()).isEqualTo(1);
            assertThat(gradient.count_nonzero().itemLong()).isPositive();
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void aPassLeavesItsThreeResultsAndNoOtherTensor(QuantizerConfig config) {
        Quantizer quantizer = config.create(parameters.root());
        Tensor z = random(2, 4, 3, 5).requires_grad_(true);
        long before = Tensor.liveCount();
        for (QuantizerMode mode : QuantizerMode.values()) {
            try (TensorScope pass = TensorScope.open()) {
                quantizer.quantize(z, mode);
                assertThat(pass.size()).isEqualTo(3);
            }
        }
        assertThat(Tensor.liveCount()).isEqualTo(before);
    }

    @Test
    void theTwoBetasWeighTheTwoTerms() {
        Quantizer legacy = new QuantizerConfig.Nearest(8, 4, 0.25, true)
                .create(parameters.root().at("a"));
        Quantizer corrected = new QuantizerConfig.Nearest(8, 4, 0.25, false)
                .create(parameters.root().at("b"));
        Tensor z = random(1, 4, 3, 3).requires_grad_(true);

        // Both losses are 1.25 of one term; their gradients tell them apart: for z it is 1 or beta of it.
        for (Quantizer quantizer : List.of(legacy, corrected)) {
            Quantization codes = quantizer.quantize(z, QuantizerMode.TRAINING);
            Tensor gradient = Autograd.grad(codes.loss(), List.of(z)).getFirst();
            Tensor plain = z.detach().sub(codes.quantized().detach()).mul(2.0 / z.numel());
            double weight = quantizer == legacy ? 1 : 0.25;
            assertThat(gradient.sub(plain.mul(weight)).abs().amax().item()).isLessThan(1e-12);
        }
    }

    @Test
    void normalizedCodesHaveUnitLength() {
        Quantizer quantizer = new QuantizerConfig.Normalized(8, 4, 0.25, 0).create(parameters.root());
        Tensor lengths = quantizer
                .quantize(random(2, 4, 3, 3), QuantizerMode.EVALUATION)
                .quantized()
                .linalg_vector_norm(2, new long[] {1}, false);

        assertThat(lengths.sub(1).abs().amax().item()).isLessThan(1e-12);
    }

    @Test
    void codesWithoutUseStartAnewFromFeatures() {
        int restartAfter = 3;
        LearnedCodebook codebook = new LearnedCodebook(parameters.root(), 4, 2, Init.ZEROS);
        DeadCodeRestart restart = new DeadCodeRestart(parameters.root(), 4, restartAfter);
        Tensor features = Torch.full(new long[] {5, 2}, 7.0, DType.FLOAT64);
        Tensor used = Tensor.of(new long[] {1, 1, 2, 1, 2}, 5);
        for (int step = 0; step < restartAfter; step++) {
            assertThat(codebook.codes().count_nonzero().itemLong())
                    .as("after %d steps", step)
                    .isZero();
            restart.observe(used, features, codebook);
        }

        assertThat(codebook.codes().toDoubleArray()).containsExactly(7, 7, 0, 0, 0, 0, 7, 7);
        assertThat(parameters.buffers().get("unused_steps").toLongArray()).containsExactly(0L, 0L, 0L, 0L);
    }
}
