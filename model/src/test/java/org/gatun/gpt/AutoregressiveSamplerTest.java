package org.gatun.gpt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.gatun.nn.Parameters;
import org.gatun.torch.Generator;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AutoregressiveSamplerTest {

    private static final SamplingOptions OPTIONS =
            SamplingOptions.DEFAULT.withTopK(8).withTopP(0.95);

    private TensorScope scope;
    private Parameters parameters;

    @BeforeEach
    void open() {
        scope = TensorScope.open();
        parameters = Networks.parameters();
    }

    @AfterEach
    void close() {
        parameters.close();
        scope.close();
    }

    private Gpt gpt(int nUnmasked) {
        Gpt gpt = new Gpt(parameters.root(), Networks.config(24, nUnmasked));
        Networks.randomize(parameters, 3);
        return gpt;
    }

    private static Tensor sample(AutoregressiveSampler sampler, Prompt prompt, int length, SamplingOptions options) {
        Generator.manualSeed(11);
        return sampler.sample(prompt, length, options, SamplingListener.NONE);
    }

    @ParameterizedTest(name = "n_unmasked {0}, guidance {1}")
    @CsvSource({"0, 1", "0, 2.5", "3, 1", "3, 2.5"})
    void cachedAndRecomputedSamplingDrawTheSameTokens(int nUnmasked, double guidance) {
        assertCachedAndRecomputedDrawTheSame(gpt(nUnmasked), guidance);
    }

    @ParameterizedTest(name = "n_unmasked {0}, guidance {1}")
    @CsvSource({"0, 1", "3, 2.5"})
    void cachedAndRecomputedSamplingDrawTheSameTokensWithLlamasLayers(int nUnmasked, double guidance) {
        Gpt gpt = new Gpt(parameters.root(), Networks.llama(24, nUnmasked));
        Networks.randomize(parameters, 3);

        assertCachedAndRecomputedDrawTheSame(gpt, guidance);
    }

    @Test
    void cachedAndRecomputedSamplingDrawTheSameTokensBehindAMapWithLlamasLayers() {
        GptVariant behindMap = new GptVariant.Llama(1, 3, 3, 4, 10000);
        Gpt gpt = new Gpt(parameters.root(), Networks.config(24, 0).withVariant(behindMap));
        Networks.randomize(parameters, 3);

        assertCachedAndRecomputedDrawTheSame(gpt, 2.5);
    }

    private static void assertCachedAndRecomputedDrawTheSame(Gpt gpt, double guidance) {
        Tensor condition = Networks.randomTokens(4, 3);
        Prompt prompt = Prompt.of(condition).withUnconditional(Networks.randomTokens(1, 3));
        SamplingOptions options = OPTIONS.withGuidanceScale(guidance);

        Tensor cached = sample(
                new AutoregressiveSampler(
                        gpt, Networks.VOCABULARY, (g, batch, _, max) -> new CachedContext(g, batch, max)),
                prompt,
                20,
                options);
        Tensor recomputed = sample(
                new AutoregressiveSampler(
                        gpt, Networks.VOCABULARY, (g, batch, _, max) -> new RecomputedContext(g, batch, max)),
                prompt,
                20,
                options);

        Tensor captured = sample(
                new AutoregressiveSampler(
                        gpt, Networks.VOCABULARY, (g, batch, _, max) -> new CachedContext(g, batch, max)),
                prompt,
                20,
                options.withCudaGraphs(true));

        assertThat(cached.equal(recomputed)).isTrue();
        assertThat(captured.equal(cached)).isTrue();
        assertThat(cached.amax(0).sub(cached.amin(0)).count_nonzero().itemLong())
                .as("the rows differ, so that the comparison says something")
                .isPositive();
    }

    @Test
    void equalSeedsGiveEqualTokens() {
        AutoregressiveSampler sampler = new AutoregressiveSampler(gpt(0), Networks.VOCABULARY);
        Prompt prompt = Prompt.of(Networks.randomTokens(2, 1));

        Tensor first = sample(sampler, prompt, 12, OPTIONS);
        Tensor other = sampler.sample(prompt, 12, OPTIONS, SamplingListener.NONE);
        Tensor again = sample(sampler, prompt, 12, OPTIONS);

        assertThat(again.equal(first)).isTrue();
        assertThat(other.equal(first)).isFalse();
    }

    @Test
    void greedyTokensAreThoseOfTheLargestLogits() {
        Gpt gpt = gpt(0);
        Tensor condition = Networks.randomTokens(2, 2);
        SamplingOptions greedy = SamplingOptions.DEFAULT.withGreedy(true);

        Tensor tokens = sample(new AutoregressiveSampler(gpt, Networks.VOCABULARY), Prompt.of(condition), 6, greedy);

        Tensor sequence = org.gatun.torch.Torch.cat(List.of(condition, tokens), 1);
        Tensor best = gpt.forward(sequence, false).argmax(-1);
        assertThat(best.narrow(1, 1, 6).equal(tokens)).isTrue();
    }

    @Test
    void guidanceByZeroDrawsWithoutTheCondition() {
        AutoregressiveSampler sampler = new AutoregressiveSampler(gpt(0), Networks.VOCABULARY);
        Tensor nothing = Tensor.of(new long[] {7, 7, 7}, 3, 1);
        Prompt guided = Prompt.of(Tensor.of(new long[] {0, 1, 2}, 3, 1)).withUnconditional(nothing.narrow(0, 0, 1));

        Tensor tokens = sample(sampler, guided, 10, OPTIONS.withGuidanceScale(0));

        assertThat(tokens.equal(sample(sampler, Prompt.of(nothing), 10, OPTIONS)))
                .isTrue();
    }

    @Test
    void guidanceMovesLogitsAwayFromThoseWithoutTheCondition() {
        Gpt gpt = gpt(0);
        Tensor condition = Tensor.of(new long[] {3}, 1, 1);
        Tensor nothing = Tensor.of(new long[] {7}, 1, 1);
        Tensor with = gpt.forward(condition, false).select(1, 0);
        Tensor without = gpt.forward(nothing, false).select(1, 0);
        long expected = without.add(with.sub(without).mul(4.0)).argmax().itemLong();

        Tensor token = sample(
                new AutoregressiveSampler(gpt, Networks.VOCABULARY),
                Prompt.of(condition).withUnconditional(nothing),
                1,
                SamplingOptions.DEFAULT.withGreedy(true).withGuidanceScale(4));

        assertThat(token.itemLong()).isEqualTo(expected);
    }

    @Test
    void guidanceWithoutUnconditionalTokensIsRefused() {
        AutoregressiveSampler sampler = new AutoregressiveSampler(gpt(0), Networks.VOCABULARY);
        Prompt prompt = Prompt.of(Networks.randomTokens(1, 1));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> sample(sampler, prompt, 4, OPTIONS.withGuidanceScale(2)))
                .withMessage("a guidance scale of 2.0 needs the tokens of no condition; this prompt has none");
    }

    @ParameterizedTest
    @CsvSource({"0", "3"})
    void knownTokensStayAndTheOthersAreDrawnWithThem(int nUnmasked) {
        Gpt gpt = gpt(nUnmasked);
        AutoregressiveSampler sampler = new AutoregressiveSampler(gpt, Networks.VOCABULARY);
        Tensor condition = Networks.randomTokens(2, 1);
        Tensor given = Networks.randomTokens(2, 8);
        boolean[] known = {true, true, false, false, true, true, false, true};

        Tensor tokens = sample(
                sampler, Prompt.of(condition).completing(given, known), 8, SamplingOptions.DEFAULT.withGreedy(true));

        for (int i = 0; i < known.length; i++) {
            Tensor expected = known[i]
                    ? given.narrow(1, i, 1)
                    : gpt.forward(org.gatun.torch.Torch.cat(List.of(condition, tokens.narrow(1, 0, i)), 1), false)
                            .select(1, -1)
                            .argmax(-1, true);
            assertThat(tokens.narrow(1, i, 1).equal(expected))
                    .as("position " + i)
                    .isTrue();
        }
    }

    @Test
    void tokensBehindTheVocabularyAreNeverDrawn() {
        Generator.manualSeed(1);

        Tensor tokens = new AutoregressiveSampler(gpt(0), 2)
                .sample(Prompt.of(Networks.randomTokens(50, 1)), 10, SamplingOptions.DEFAULT, SamplingListener.NONE);

        assertThat(tokens.max().itemLong()).isEqualTo(1);
    }

    @Test
    void listenerSeesTheSequencesGrow() {
        AutoregressiveSampler sampler = new AutoregressiveSampler(gpt(0), Networks.VOCABULARY);
        List<String> seen = new ArrayList<>();
        List<long[]> snapshots = new ArrayList<>();

        Tensor tokens = sampler.sample(Prompt.of(Networks.randomTokens(1, 1)), 3, OPTIONS, progress -> {
            seen.add(progress.done() + "/" + progress.total());
            snapshots.add(progress.tokens().toLongArray());
        });

        long[] all = tokens.toLongArray();
        assertThat(seen).containsExactly("1/3", "2/3", "3/3");
        assertThat(snapshots.get(0)).containsExactly(all[0], 0, 0);
        assertThat(snapshots.get(1)).containsExactly(all[0], all[1], 0);
        assertThat(snapshots.get(2)).containsExactly(all);
    }

    @Test
    void listenerThatThrowsEndsTheSamplingWithoutALeak() {
        AutoregressiveSampler sampler = new AutoregressiveSampler(gpt(0), Networks.VOCABULARY);
        Prompt prompt = Prompt.of(Networks.randomTokens(1, 1));
        long live = Tensor.liveCount();

        assertThatThrownBy(() -> sampler.sample(prompt, 5, OPTIONS, progress -> {
                    progress.tokens();
                    throw new CancellationException("enough");
                }))
                .isInstanceOf(CancellationException.class);

        assertThat(Tensor.liveCount()).isEqualTo(live);
    }

    @Test
    void samplingLeavesItsResultAlone() {
        AutoregressiveSampler sampler = new AutoregressiveSampler(gpt(0), Networks.VOCABULARY);
        Prompt prompt = Prompt.of(Networks.randomTokens(2, 1)).withUnconditional(Networks.randomTokens(1, 1));
        long live = Tensor.liveCount();

        sampler.sample(prompt, 5, OPTIONS.withGuidanceScale(2), SamplingListener.NONE);

        assertThat(Tensor.liveCount()).isEqualTo(live + 1);
    }

    @Test
    void promptsThatDoNotFitAreRefused() {
        AutoregressiveSampler sampler = new AutoregressiveSampler(gpt(0), Networks.VOCABULARY);
        Tensor condition = Networks.randomTokens(2, 5);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> sample(sampler, Prompt.of(condition), 21, OPTIONS))
                .withMessage("a sequence of 25 tokens does not fit into block_size 24");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> sample(sampler, Prompt.of(condition).completing(condition, new boolean[5]), 6, OPTIONS))
                .withMessage("the prompt gives a part of 5 tokens; 6 are drawn");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Prompt.of(condition).withUnconditional(Networks.randomTokens(1, 4)))
                .withMessage("the unconditional tokens [1, 4] do not match the condition [2, 5]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Prompt.of(condition.select(0, 0)))
                .withMessage("the condition must have two dimensions, not the shape [5]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AutoregressiveSampler(gptOfOwn(), 12))
                .withMessage("cannot draw from 12 tokens of 11");
    }

    private static Gpt gptOfOwn() {
        try (Parameters own = Networks.parameters()) {
            return new Gpt(own.root(), Networks.config(8, 0));
        }
    }
}
