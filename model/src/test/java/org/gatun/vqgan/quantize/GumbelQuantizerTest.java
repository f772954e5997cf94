package org.gatun.vqgan.quantize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
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

/** One position, two features, three codes: everything by hand. */
class GumbelQuantizerTest {

    private static final WarmUpCosineSchedule SCHEDULE = new WarmUpCosineSchedule(0, 0.1, 2, 2, 100);
    private static final double[][] PROJ = {{0.5, -1}, {2, 0.25}, {-0.75, 1.5}};
    private static final double[] BIAS = {0.1, -0.2, 0.3};
    private static final double[] EMBED = {1, -2, 0.5};
    private static final double[] Z = {0.8, -0.4};
    private static final double[] NOISE = {0.3, -0.6, 2.9};
    private static final double TEMPERATURE = 0.7;

    private Parameters parameters;
    private TensorScope scope;

    @BeforeEach
    void open() {
        scope = TensorScope.open();
        parameters = new Parameters(Device.CPU, DType.FLOAT64);
    }

    @AfterEach
    void close() {
        parameters.close();
        scope.close();
    }

    private GumbelQuantizer quantizer(boolean straightThrough) {
        GumbelQuantizer quantizer = new GumbelQuantizer(
                parameters.root(), new QuantizerConfig.Gumbel(3, 1, 0.5, straightThrough, SCHEDULE), 2);
        set("proj.weight", PROJ[0][0], PROJ[0][1], PROJ[1][0], PROJ[1][1], PROJ[2][0], PROJ[2][1]);
        set("proj.bias", BIAS);
        set("embed.weight", EMBED);
        return quantizer;
    }

    private void set(String name, double... values) {
        try (var _ = Autograd.noGrad()) {
            Tensor parameter = parameters.parameters().get(name);
            parameter.copy_(Tensor.of(values, parameter.shape()));
        }
    }

    private static double[] logits() {
        double[] logits = new double[3];
        for (int k = 0; k < 3; k++) {
            logits[k] = PROJ[k][0] * Z[0] + PROJ[k][1] * Z[1] + BIAS[k];
        }
        return logits;
    }

    private static double[] softmax(double[] x) {
        double[] result = new double[x.length];
        double sum = 0;
        for (int k = 0; k < x.length; k++) {
            result[k] = Math.exp(x[k]);
            sum += result[k];
        }
        for (int k = 0; k < x.length; k++) {
            result[k] /= sum;
        }
        return result;
    }

    private static double[] weights() {
        double[] noisy = logits();
        for (int k = 0; k < 3; k++) {
            noisy[k] = (noisy[k] + NOISE[k]) / TEMPERATURE;
        }
        return softmax(noisy);
    }

    private static Tensor features() {
        return Tensor.of(Z, 1, 2, 1, 1).requires_grad_(true);
    }

    @Test
    void softCodesAreTheMixtureThatTheNoisyLogitsWeigh() {
        Quantization codes = quantizer(false).quantize(features(), Tensor.of(NOISE, 1, 3, 1, 1), TEMPERATURE, false);
        double[] weights = weights();

        assertThat(codes.quantized().item())
                .isCloseTo(weights[0] * EMBED[0] + weights[1] * EMBED[1] + weights[2] * EMBED[2], within(1e-14));
        assertThat(codes.indices().itemLong()).isEqualTo(2);
    }

    @Test
    void hardCodesAreOneCodeWithTheMixturesGradient() {
        Tensor z = features();
        Quantization codes = quantizer(true).quantize(z, Tensor.of(NOISE, 1, 3, 1, 1), TEMPERATURE, true);
        Tensor gradient = Autograd.grad(codes.quantized().sum(), List.of(z)).getFirst();
        double[] weights = weights();
        double mixture = 0;
        for (int k = 0; k < 3; k++) {
            mixture += weights[k] * EMBED[k];
        }

        assertThat(codes.quantized().item()).isCloseTo(EMBED[2], within(1e-14));
        for (int c = 0; c < 2; c++) {
            double expected = 0; // of the mixture: sum_k e_k w_k (proj_kc - sum_j w_j proj_jc) / temperature
            for (int k = 0; k < 3; k++) {
                expected += weights[k] * (EMBED[k] - mixture) * PROJ[k][c] / TEMPERATURE;
            }
            assertThat(gradient.toDoubleArray()[c]).isCloseTo(expected, within(1e-13));
        }
    }

    @Test
    void theLossIsTheDivergenceFromTheUniformDistribution() {
        Tensor noise = Tensor.of(NOISE, 1, 3, 1, 1);
        double divergence = 0;
        for (double q : softmax(logits())) {
            divergence += q * Math.log(3 * q);
        }

        // Without the noise, whatever the temperature.
        GumbelQuantizer quantizer = quantizer(true);
        assertThat(quantizer.quantize(features(), noise, 0.7, true).loss().item())
                .isCloseTo(0.5 * divergence, within(1e-9));
        assertThat(quantizer.quantize(features(), noise, 7, true).loss().item())
                .isCloseTo(0.5 * divergence, within(1e-9));
    }

    @Test
    void evaluationTakesTheMostProbableCodeEachTime() {
        Quantizer quantizer = quantizer(false);
        for (int i = 0; i < 20; i++) {
            Quantization codes = quantizer.quantize(features(), QuantizerMode.EVALUATION);
            assertThat(codes.indices().itemLong()).isEqualTo(1); // logits 0.9, 1.3, -0.9
            assertThat(codes.quantized().item()).isCloseTo(EMBED[1], within(1e-14));
        }
    }

    @Test
    void trainingDrawsCodesAsOftenAsTheyAreProbable() {
        Generator.manualSeed(3);
        int positions = 20_000;
        Tensor z = features().detach().expand(1, 2, positions, 1).contiguous();
        Tensor indices = quantizer(true).quantize(z, QuantizerMode.TRAINING).indices();
        double[] expected = softmax(logits());
        for (int k = 0; k < 3; k++) {
            double share = indices.eq(k).count_nonzero().itemLong() / (double) positions;
            assertThat(share).isCloseTo(expected[k], within(0.02));
        }
    }

    @Test
    void theTemperatureFollowsTheStep() {
        GumbelQuantizer quantizer = quantizer(false);
        Tensor z = features();
        double[] spread = new double[2];
        for (int i = 0; i < 2; i++) {
            quantizer.beginStep(100L * i); // temperatures 2 and 0.1
            Generator.manualSeed(4);
            Tensor many = z.detach().expand(1, 2, 1000, 1).contiguous();
            Tensor soft = quantizer.quantize(many, QuantizerMode.TRAINING).quantized();
            spread[i] = soft.var(new long[] {0, 1, 2, 3}, 0L, false).item();
        }

        // The colder, the nearer mixtures are to single codes, which lie apart.
        assertThat(spread[1]).isGreaterThan(2 * spread[0]);
    }

    @Test
    void onlyCodesInUseAreDrawn() {
        Generator.manualSeed(5);
        QuantizerConfig config = new QuantizerConfig.Remapped(
                new QuantizerConfig.Gumbel(6, 4, 1e-3, true, SCHEDULE),
                new IndexRemap(List.of(4, 1, 3), new UnknownIndex.Extra()));
        try (Parameters own = new Parameters(Device.CPU, DType.FLOAT64)) {
            Quantizer quantizer = config.create(own.root());
            Quantization codes =
                    quantizer.quantize(Torch.randn(new long[] {2, 4, 8, 8}, DType.FLOAT64), QuantizerMode.TRAINING);

            assertThat(codes.indices().toLongArray()).contains(0, 1, 2).doesNotContain(3);
            assertThat(quantizer
                            .lookup(codes.indices())
                            .sub(codes.quantized())
                            .abs()
                            .amax()
                            .item())
                    .isLessThan(1e-12);
        }
    }
}
