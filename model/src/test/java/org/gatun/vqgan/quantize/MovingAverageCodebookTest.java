package org.gatun.vqgan.quantize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gatun.nn.Parameters;
import org.gatun.torch.Autograd;
import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Three codes on a line, at 0, 10 and 20, and four features near the first two. */
class MovingAverageCodebookTest {

    private static final double DECAY = 0.9;
    private static final double EPS = 1e-5;
    private static final double[] FEATURES = {1, 2, 12, -0.5};

    private Parameters parameters;
    private TensorScope scope;
    private Quantizer quantizer;

    @BeforeEach
    void build() {
        scope = TensorScope.open();
        parameters = new Parameters(Device.CPU, DType.FLOAT64);
        quantizer =
                new QuantizerConfig.MovingAverage(3, 1, 0.25, DECAY, EPS, AntiCollapse.NONE).create(parameters.root());
        for (String name : List.of("embedding.weight", "embedding.embed_avg")) {
            parameters.buffers().get(name).copy_(Tensor.of(new double[] {0, 10, 20}, 3, 1));
        }
    }

    @AfterEach
    void close() {
        parameters.close();
        scope.close();
    }

    private static Tensor features() {
        return Tensor.of(FEATURES, 1, 1, 2, 2).requires_grad_(true);
    }

    private double[] buffer(String name) {
        return parameters.buffers().get(name).toDoubleArray();
    }

    @Test
    void nothingOfItIsTrainedByGradient() {
        assertThat(parameters.parameters()).isEmpty();
        assertThat(parameters.buffers().keySet())
                .containsExactly("embedding.weight", "embedding.cluster_size", "embedding.embed_avg");
    }

    @Test
    void twoStepsMoveTheAveragesAsThePaperSays() {
        double[] size = {1, 1, 1};
        double[] sum = {0, 10, 20};
        double[] code = {0, 10, 20};
        for (int step = 0; step < 2; step++) {
            quantizer.quantize(features(), QuantizerMode.TRAINING);
            double[] count = {3, 1, 0};
            double[] added = {1 + 2 - 0.5, 12, 0};
            double total = 0;
            for (int k = 0; k < 3; k++) {
                size[k] = DECAY * size[k] + (1 - DECAY) * count[k];
                sum[k] = DECAY * sum[k] + (1 - DECAY) * added[k];
                total += size[k];
            }
            for (int k = 0; k < 3; k++) {
                code[k] = sum[k] / ((size[k] + EPS) / (total + 3 * EPS) * total);
            }
        }

        assertThat(buffer("embedding.cluster_size")).containsExactly(size, within(1e-14));
        assertThat(buffer("embedding.embed_avg")).containsExactly(sum, within(1e-13));
        assertThat(buffer("embedding.weight")).containsExactly(code, within(1e-12));
    }

    /** As of a batch whose step the optimizers skip. */
    @Test
    void featuresThatAreNotFiniteLeaveNoTrace() {
        quantizer.quantize(features(), QuantizerMode.TRAINING);
        double[] size = buffer("embedding.cluster_size");
        double[] code = buffer("embedding.weight");

        Tensor broken = Tensor.of(new double[] {1, Double.NaN, 12, -0.5}, 1, 1, 2, 2);
        quantizer.quantize(broken, QuantizerMode.TRAINING);

        assertThat(buffer("embedding.cluster_size")).containsExactly(size);
        assertThat(buffer("embedding.weight")).containsExactly(code, within(1e-12));
    }

    @Test
    void aCodeThatIsNotChosenStaysWhereItIs() {
        for (int step = 0; step < 50; step++) {
            quantizer.quantize(features(), QuantizerMode.TRAINING);
        }
        assertThat(buffer("embedding.weight")[2]).isCloseTo(20, within(0.1));
    }

    @Test
    void codesAreThoseFromBeforeTheStepAndTheLossMovesFeaturesAlone() {
        Tensor z = features();
        Quantization codes = quantizer.quantize(z, QuantizerMode.TRAINING);

        assertThat(codes.quantized().toDoubleArray()).containsExactly(new double[] {0, 0, 10, 0}, within(1e-14));
        assertThat(codes.loss().item()).isCloseTo(0.25 * (1 + 4 + 4 + 0.25) / 4, within(1e-14));
        double[] gradient = Autograd.grad(codes.loss(), List.of(z)).getFirst().toDoubleArray();
        double[] distance = {1, 2, 2, -0.5};
        for (int i = 0; i < 4; i++) {
            assertThat(gradient[i]).isCloseTo(0.25 * 2 * distance[i] / 4, within(1e-14));
        }
    }

    @Test
    void onlyTheFirstPassOfAStepMovesCodes() {
        quantizer.quantize(features(), QuantizerMode.TRAINING_AGAIN);
        quantizer.quantize(features(), QuantizerMode.EVALUATION);
        assertThat(buffer("embedding.weight")).containsExactly(0, 10, 20);
    }

    @Test
    void aRestartedCodeBeginsAsIfChosenOnceThere() {
        MovingAverageCodebook codebook =
                new MovingAverageCodebook(parameters.root().at("other"), 3, 1, DECAY, EPS);
        codebook.replace(Tensor.of(new long[] {0, 0, 1}, 3).eq(1), Tensor.of(new double[] {-1, -2, 7}, 3, 1));

        assertThat(buffer("other.embedding.weight")[2]).isEqualTo(7);
        assertThat(buffer("other.embedding.embed_avg")[2]).isEqualTo(7);
        assertThat(buffer("other.embedding.cluster_size")).containsExactly(1, 1, 1);
        assertThat(buffer("other.embedding.weight")[0]).isNotEqualTo(-1);
    }
}
