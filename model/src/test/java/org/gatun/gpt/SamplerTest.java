package org.gatun.gpt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.gatun.torch.DType;
import org.gatun.torch.Generator;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SamplerTest {

    private TensorScope scope;

    @BeforeEach
    void open() {
        scope = TensorScope.open();
    }

    @AfterEach
    void close() {
        scope.close();
    }

    /** Logits whose softmax is {@code probabilities}, which sum to 1. */
    private static Tensor logits(double... probabilities) {
        return Tensor.of(probabilities, 1, probabilities.length).log();
    }

    private static void assertProbabilities(SamplingOptions options, Tensor logits, double... expected) {
        double[] actual = new Sampler(options).probabilities(logits).toDoubleArray();
        assertThat(actual).containsExactly(expected, within(1e-12));
    }

    @Test
    void withoutLimitsTheDistributionIsTheSoftmax() {
        assertProbabilities(SamplingOptions.DEFAULT, logits(0.1, 0.2, 0.7), 0.1, 0.2, 0.7);
    }

    @Test
    void temperatureIsAPowerOfProbabilities() {
        assertProbabilities(SamplingOptions.DEFAULT.withTemperature(0.5), logits(0.2, 0.8), 0.04 / 0.68, 0.64 / 0.68);
    }

    @Test
    void topKKeepsTheMostProbable() {
        assertProbabilities(SamplingOptions.DEFAULT.withTopK(2), logits(0.1, 0.3, 0.2, 0.4), 0, 3 / 7.0, 0, 4 / 7.0);
    }

    @Test
    void topKKeepsAllThatEqualTheLast() {
        assertProbabilities(
                SamplingOptions.DEFAULT.withTopK(2),
                logits(0.25, 0.25, 0.1, 0.4),
                0.25 / 0.9,
                0.25 / 0.9,
                0,
                0.4 / 0.9);
    }

    @Test
    void topKBeyondTheVocabularyIsNoLimit() {
        assertProbabilities(SamplingOptions.DEFAULT.withTopK(9), logits(0.4, 0.6), 0.4, 0.6);
    }

    @Test
    void topPKeepsTheTokenThatCrossesIt() {
        assertProbabilities(
                SamplingOptions.DEFAULT.withTopP(0.7), logits(0.1, 0.25, 0.6, 0.05), 0, 0.25 / 0.85, 0.6 / 0.85, 0);
    }

    @Test
    void topPKeepsAtLeastOneToken() {
        assertProbabilities(SamplingOptions.DEFAULT.withTopP(1e-9), logits(0.4, 0.6), 0, 1);
    }

    @Test
    void topPCountsWhatTopKLeaves() {
        // Of 0.4, 0.3 | 0.2, 0.1 top-k leaves 4/7 and 3/7: the first alone has more than a half.
        SamplingOptions options = SamplingOptions.DEFAULT.withTopK(2).withTopP(0.5);

        assertProbabilities(options, logits(0.3, 0.4, 0.1, 0.2), 0, 1, 0, 0);
    }

    @Test
    void greedyTakesTheMostProbable() {
        Tensor logits = Torch.cat(java.util.List.of(logits(0.1, 0.9), logits(0.8, 0.2)));

        Tensor tokens = new Sampler(SamplingOptions.DEFAULT.withGreedy(true)).sample(logits);

        assertThat(tokens.shape()).containsExactly(2, 1);
        assertThat(tokens.dtype()).isEqualTo(DType.INT64);
        assertThat(tokens.toLongArray()).containsExactly(1, 0);
    }

    @Test
    void tokensAreDrawnAsOftenAsTheirProbabilitiesSay() {
        Generator.manualSeed(5);
        Tensor logits = logits(0.1, 0.2, 0.3, 0.4).expand(40_000, 4);

        Tensor tokens = new Sampler(SamplingOptions.DEFAULT.withTopK(3)).sample(logits);

        double[] shares =
                tokens.one_hot(4).to(DType.FLOAT64).mean(new long[] {0, 1}).toDoubleArray();
        assertThat(shares).containsExactly(new double[] {0, 2 / 9.0, 3 / 9.0, 4 / 9.0}, within(0.01));
    }

    @Test
    void equalSeedsDrawEqualTokens() {
        Sampler sampler = new Sampler(SamplingOptions.DEFAULT);
        Tensor logits = Torch.zeros(64, 100);

        Generator.manualSeed(7);
        Tensor first = sampler.sample(logits);
        Tensor next = sampler.sample(logits);
        Generator.manualSeed(7);
        Tensor again = sampler.sample(logits);

        assertThat(again.equal(first)).isTrue();
        assertThat(next.equal(first)).isFalse();
    }

    @Test
    void logitsOfHalfPrecisionAreFilteredInFloat32() {
        Tensor probabilities = new Sampler(SamplingOptions.DEFAULT)
                .probabilities(logits(0.5, 0.5).to(DType.BFLOAT16));

        assertThat(probabilities.dtype()).isEqualTo(DType.FLOAT32);
    }

    @Test
    void optionsOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SamplingOptions.DEFAULT.withTemperature(0))
                .withMessage("temperature must be above 0, not 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SamplingOptions.DEFAULT.withTopK(-1))
                .withMessageContaining("top_k");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SamplingOptions.DEFAULT.withTopP(0))
                .withMessage("top_p must be in (0, 1], not 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SamplingOptions.DEFAULT.withGuidanceScale(Double.NaN))
                .withMessageContaining("guidance");
    }
}
