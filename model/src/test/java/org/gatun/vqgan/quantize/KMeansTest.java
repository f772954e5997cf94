package org.gatun.vqgan.quantize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.gatun.nn.Init;
import org.gatun.nn.Parameters;
import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.gatun.torch.Generator;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KMeansTest {

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

    /** 3 x 40 numbers around -5, 0 and 8. */
    private static Tensor clusters() {
        Tensor middles = Tensor.of(new double[] {-5, 0, 8}, 3, 1).expand(3, 40).reshape(-1, 1);
        return middles.add(Torch.randn(new long[] {120, 1}, DType.FLOAT64).mul(0.1));
    }

    private static double[] sorted(Tensor centres) {
        double[] values = centres.toDoubleArray();
        Arrays.sort(values);
        return values;
    }

    @Test
    void centresAreTheMeansOfWhatIsNearestToThem() {
        Tensor features = Torch.randn(new long[] {200, 3}, DType.FLOAT64);
        Tensor centres = KMeans.centres(features, 5);
        Tensor indices = NearestCode.search(features, centres);

        // Ten iterations come near to the fixed point; a further one hardly moves them.
        for (int k = 0; k < 5; k++) {
            Tensor own = features.index_select(0, indices.eq(k).nonzero().flatten());
            assertThat(own.mean(0).sub(centres.select(0, k)).abs().amax().item())
                    .isLessThan(0.2);
        }
    }

    @Test
    void clustersFarApartAreFound() {
        // Which features the centres begin at is chance; of some beginnings one finds all three.
        boolean found = false;
        for (int attempt = 0; attempt < 10 && !found; attempt++) {
            double[] centres = sorted(KMeans.centres(clusters(), 3));
            found = Math.abs(centres[0] + 5) < 0.1 && Math.abs(centres[1]) < 0.1 && Math.abs(centres[2] - 8) < 0.1;
        }
        assertThat(found).isTrue();
    }

    @Test
    void fewerFeaturesThanCentresAreRepeated() {
        Tensor features = Tensor.of(new double[] {1, 2, 3}, 3, 1);
        assertThat(KMeans.centres(features, 8).toDoubleArray()).hasSize(8).containsOnly(1, 2, 3);
    }

    @Test
    void firstCodesComeFromTheFirstBatchAndThenFromThoseThatFollow() {
        LearnedCodebook codebook = new LearnedCodebook(parameters.root(), 2, 1, Init.ZEROS);
        KMeansInit init = new KMeansInit(parameters.root(), 3);

        init.observe(Tensor.of(new double[] {100, 200}, 2, 1), codebook);
        assertThat(sorted(codebook.codes())).containsExactly(100, 200);
        init.observe(Tensor.of(new double[] {11, 12}, 2, 1), codebook);
        assertThat(sorted(codebook.codes())).containsExactly(100, 200);
        assertThat(init.isDone()).isFalse();
        init.observe(Tensor.of(new double[] {1, 12}, 2, 1), codebook);
        assertThat(init.isDone()).isTrue();
        assertThat(sorted(codebook.codes())).containsExactly(new double[] {1, 35 / 3.0}, within(1e-6));
        init.observe(Tensor.of(new double[] {100, 200}, 2, 1), codebook);
        assertThat(sorted(codebook.codes())).containsExactly(new double[] {1, 35 / 3.0}, within(1e-6));
        assertThat(parameters.buffers().get("kmeans_batches_seen").itemLong()).isEqualTo(3);
    }

    @Test
    void onlyTheLastBatchesAreGathered() {
        LearnedCodebook codebook = new LearnedCodebook(parameters.root(), 1, 1, Init.ZEROS);
        KMeansInit init = new KMeansInit(parameters.root(), 4);
        for (int batch = 0; batch < 4; batch++) {
            // 32 features are enough for one code.
            init.observe(Torch.full(new long[] {16, 1}, batch, DType.FLOAT64), codebook);
        }
        assertThat(codebook.codes().item()).isEqualTo(2.5);
    }

    /** A centre that is no number would be the nearest code of everything. */
    @Test
    void aBatchThatIsNotFiniteIsNotGathered() {
        LearnedCodebook codebook = new LearnedCodebook(parameters.root(), 2, 1, Init.ZEROS);
        KMeansInit init = new KMeansInit(parameters.root(), 2);

        init.observe(Tensor.of(new double[] {1, Double.NaN}, 2, 1), codebook);
        init.observe(Tensor.of(new double[] {1, 3}, 2, 1), codebook);
        init.observe(Tensor.of(new double[] {1, Double.POSITIVE_INFINITY}, 2, 1), codebook);
        assertThat(init.isDone()).isFalse();
        init.observe(Tensor.of(new double[] {1, 3}, 2, 1), codebook);

        assertThat(init.isDone()).isTrue();
        assertThat(codebook.codes().flatten().toDoubleArray()).containsExactlyInAnyOrder(1, 3);
    }

    @Test
    void featuresPassAsTheyAreUntilThereAreCodes() {
        AntiCollapse kmeans = new AntiCollapse(false, 2, 1, GradientEstimator.STRAIGHT_THROUGH);
        Quantizer quantizer =
                new QuantizerConfig.Normalized(4, 3, 0.25, EntropyLoss.NONE, kmeans).create(parameters.root());
        Tensor z = Torch.randn(new long[] {1, 3, 2, 2}, DType.FLOAT64);
        Tensor unit = z.div(z.linalg_vector_norm(2, new long[] {1}, true));

        Quantization first = quantizer.quantize(z, QuantizerMode.TRAINING);
        assertThat(first.quantized().allclose(unit, 1e-9, 1e-9)).isTrue();
        assertThat(first.loss().item()).isZero();
        assertThat(quantizer.gathers()).isTrue();

        Tensor moved = z.add(1);
        Quantization second = quantizer.quantize(moved, QuantizerMode.TRAINING);
        assertThat(quantizer.gathers()).isFalse();
        assertThat(second.quantized().allclose(quantizer.lookup(second.indices()), 1e-9, 1e-9))
                .isTrue();
    }

    @Test
    void codesOfACheckpointAreNotMadeAnew() {
        LearnedCodebook codebook = new LearnedCodebook(parameters.root(), 2, 1, Init.ONES);
        KMeansInit init = new KMeansInit(parameters.root(), 1);
        parameters.buffers().get("kmeans_batches_seen").fill_(1); // as loading does

        init.observe(Tensor.of(new double[] {5, 6}, 2, 1), codebook);

        assertThat(codebook.codes().toDoubleArray()).containsExactly(1, 1);
    }
}
