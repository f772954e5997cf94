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
import org.gatun.torch.Torch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlidingWindowSamplerTest {

    private static final SamplingOptions GREEDY = SamplingOptions.DEFAULT.withGreedy(true);

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
        Gpt gpt = new Gpt(parameters.root(), Networks.config(32, nUnmasked));
        Networks.randomize(parameters, 6);
        return gpt;
    }

    private static SlidingWindowSampler sampler(Gpt gpt) {
        return new SlidingWindowSampler(gpt, Networks.VOCABULARY, 4);
    }

    /** The reference's loop: every window is read whole, with zeros where nothing is drawn yet. */
    private static Tensor plain(Gpt gpt, Tensor condition, int height, int width) {
        Tensor map = Torch.zeros(new long[] {condition.size(0), height, width}, org.gatun.torch.DType.INT64);
        for (int i = 0; i < height; i++) {
            for (int j = 0; j < width; j++) {
                int localI = i <= 2 ? i : height - i < 2 ? 4 - (height - i) : 2;
                int localJ = j <= 2 ? j : width - j < 2 ? 4 - (width - j) : 2;
                Tensor window =
                        map.narrow(1, i - localI, 4).narrow(2, j - localJ, 4).flatten(1);
                Tensor before = condition
                        .narrow(1, i - localI, 4)
                        .narrow(2, j - localJ, 4)
                        .flatten(1);
                Tensor logits = gpt.forward(Torch.cat(List.of(before, window.narrow(1, 0, 15)), 1), false);
                Tensor best = logits.select(1, 15 + 4 * localI + localJ).argmax(-1);
                map.select(1, i).select(1, j).copy_(best);
            }
        }
        return map;
    }

    @Test
    void everyCodeIsDrawnFromTheWindowAroundIt() {
        Gpt gpt = gpt(0);
        Tensor condition = Networks.randomTokens(2, 6, 9);

        Tensor map = sampler(gpt)
                .sample(MapPrompt.of(6, 9, new WindowCondition.CodeMap(condition)), GREEDY, SamplingListener.NONE);

        assertThat(map.equal(plain(gpt, condition, 6, 9))).isTrue();
    }

    @Test
    void conditionWhosePositionsSeeEachOtherIsRead() {
        Gpt gpt = gpt(16);
        Tensor condition = Networks.randomTokens(1, 5, 6);

        Tensor map = sampler(gpt)
                .sample(MapPrompt.of(5, 6, new WindowCondition.CodeMap(condition)), GREEDY, SamplingListener.NONE);

        assertThat(map.equal(plain(gpt, condition, 5, 6))).isTrue();
    }

    @Test
    void mapOfTheWindowsSizeIsDrawnAsASequence() {
        Gpt gpt = gpt(0);
        Tensor condition = Networks.randomTokens(3, 2);
        Tensor nothing = Networks.randomTokens(1, 2);
        SamplingOptions options = SamplingOptions.DEFAULT.withTopK(6).withGuidanceScale(1.5);

        Generator.manualSeed(3);
        Tensor map = sampler(gpt)
                .sample(
                        MapPrompt.of(4, 4, new WindowCondition.Constant(condition))
                                .withUnconditional(new WindowCondition.Constant(nothing)),
                        options,
                        SamplingListener.NONE);
        Generator.manualSeed(3);
        Tensor sequence = new AutoregressiveSampler(gpt, Networks.VOCABULARY)
                .sample(Prompt.of(condition).withUnconditional(nothing), 16, options, SamplingListener.NONE);

        assertThat(map.flatten(1).equal(sequence)).isTrue();
    }

    @Test
    void knownCodesStay() {
        Tensor given = Networks.randomTokens(2, 5, 5);
        boolean[] known = new boolean[25];
        for (int i = 0; i < 25; i += 3) {
            known[i] = true;
        }
        MapPrompt prompt = MapPrompt.of(5, 5, new WindowCondition.Constant(Networks.randomTokens(2, 1)))
                .completing(given, known);

        long[] expected = given.toLongArray();
        long[] map =
                sampler(gpt(0)).sample(prompt, GREEDY, SamplingListener.NONE).toLongArray();

        for (int i = 0; i < 50; i++) {
            if (known[i % 25]) {
                assertThat(map[i]).as("code " + i).isEqualTo(expected[i]);
            }
        }
        assertThat(given.toLongArray()).as("the caller's codes").containsExactly(expected);
    }

    @Test
    void listenerSeesThePictureFillInAndMayEndIt() {
        SlidingWindowSampler sampler = sampler(gpt(0));
        MapPrompt prompt = MapPrompt.of(5, 4, new WindowCondition.Constant(Networks.randomTokens(1, 1)));
        List<Long> done = new ArrayList<>();
        long live = Tensor.liveCount();

        assertThatThrownBy(() -> sampler.sample(prompt, GREEDY, progress -> {
                    done.add(progress.done());
                    assertThat(progress.total()).isEqualTo(20);
                    assertThat(progress.tokens().shape()).containsExactly(1, 5, 4);
                    if (progress.done() == 3) {
                        throw new CancellationException("enough");
                    }
                }))
                .isInstanceOf(CancellationException.class);

        assertThat(done).containsExactly(1L, 2L, 3L);
        assertThat(Tensor.liveCount()).isEqualTo(live);
    }

    @Test
    void whatCannotBeDrawnIsRefused() {
        SlidingWindowSampler sampler = sampler(gpt(8));
        WindowCondition one = new WindowCondition.Constant(Networks.randomTokens(1, 1));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> sampler.sample(MapPrompt.of(3, 8, one), GREEDY, SamplingListener.NONE))
                .withMessage("a map of 3x8 codes is smaller than the window of 4x4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sampler.sample(MapPrompt.of(5, 5, one), GREEDY, SamplingListener.NONE))
                .withMessage("the condition's 1 tokens are fewer than n_unmasked, 8");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MapPrompt.of(5, 5, new WindowCondition.CodeMap(Networks.randomTokens(1, 4, 5))))
                .withMessage("the condition [1, 4, 5] should have the map's size, (B, 5, 5)");
    }

    @Test
    void transformerInAnotherOrderIsRefused() {
        CodeTransformer transformer = new CodeTransformer(
                parameters.root(),
                new CodeTransformerConfig(Networks.config(17, 0), 8, 4, 4, new AlternateParsingOrder(), 1));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SlidingWindowSampler.of(transformer))
                .withMessage("a sliding window needs a transformer of square maps in raster order");
    }
}
