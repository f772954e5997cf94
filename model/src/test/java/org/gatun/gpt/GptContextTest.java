package org.gatun.gpt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.gatun.nn.Parameters;
import org.gatun.torch.Autocast;
import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.gatun.torch.DeviceType;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GptContextTest {

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

    private Gpt gpt(int blockSize, int nUnmasked) {
        Gpt gpt = new Gpt(parameters.root(), Networks.config(blockSize, nUnmasked));
        Networks.randomize(parameters, 2);
        return gpt;
    }

    @ParameterizedTest(name = "n_unmasked {0}, first {1}, then {2} and {3}")
    @CsvSource({"0, 1, 1, 1", "0, 3, 1, 2", "4, 4, 1, 1", "4, 6, 3, 1", "4, 2, 1, 3", "5, 1, 1, 1"})
    void appendedInPartsGivesTheLogitsOfTheWholeSequence(int nUnmasked, int first, int second, int third) {
        assertPartsGiveTheLogitsOfTheWhole(gpt(12, nUnmasked), first, second, third);
    }

    @ParameterizedTest(name = "n_unmasked {0}, first {1}, then {2} and {3}")
    @CsvSource({"0, 1, 1, 1", "0, 3, 1, 2", "4, 6, 3, 1", "4, 2, 1, 3"})
    void appendedInPartsGivesTheLogitsOfTheWholeSequenceWithLlamasLayers(
            int nUnmasked, int first, int second, int third) {
        Gpt gpt = new Gpt(parameters.root(), Networks.llama(12, nUnmasked));
        Networks.randomize(parameters, 2);

        assertPartsGiveTheLogitsOfTheWhole(gpt, first, second, third);
    }

    private static void assertPartsGiveTheLogitsOfTheWhole(Gpt gpt, int first, int second, int third) {
        int total = first + second + third;
        Tensor tokens = Networks.randomTokens(3, total);

        assertParts(gpt, tokens, GptContext.open(gpt, 3, first, 12), first, second, third);
        // Single tokens by steps of one shape, as a GPU replays them.
        GptContext captured = SamplingOptions.DEFAULT
                .withCudaGraphs(true)
                .prepared(GptContext.open(gpt, 3, first, 12), SamplingListener.NONE);
        assertParts(gpt, tokens, captured, first, second, third);
    }

    private static void assertParts(Gpt gpt, Tensor tokens, GptContext opened, int first, int second, int third) {
        try (GptContext context = opened) {
            int read = 0;
            for (int count : new int[] {first, second, third}) {
                Tensor logits = context.append(tokens.narrow(1, read, count));
                read += count;
                Tensor expected = gpt.forward(tokens.narrow(1, 0, read), false)
                        .select(1, -1)
                        .detach();
                assertThat(logits.allclose(expected, 1e-10, 1e-12))
                        .as("after " + read)
                        .isTrue();
                assertThat(context.length()).isEqualTo(read);
            }
        }
    }

    /** The cache stays as precise as the parameters, what is written into it does not. */
    @ParameterizedTest
    @CsvSource({"false", "true"})
    void appendsInMixedPrecision(boolean captured) {
        try (Parameters single = new Parameters(Device.CPU, DType.FLOAT32)) {
            Gpt gpt = new Gpt(single.root(), Networks.config(8, 0));
            SamplingOptions options = SamplingOptions.DEFAULT.withCudaGraphs(captured);
            Tensor tokens = Networks.randomTokens(2, 3);
            Tensor expected = gpt.forward(tokens, false).select(1, -1).detach();

            try (Autocast _ = Autocast.open(DeviceType.CPU, DType.BFLOAT16);
                    GptContext context = options.prepared(GptContext.open(gpt, 2, 1, 8), SamplingListener.NONE)) {
                Tensor logits = null;
                for (int i = 0; i < 3; i++) {
                    logits = context.append(tokens.narrow(1, i, 1));
                }
                assertThat(logits.to(DType.FLOAT32, Device.CPU).allclose(expected, 0.05, 0.05))
                        .isTrue();
            }
        }
    }

    @Test
    void prefixThatDoesNotCoverThePositionsThatSeeEachOtherIsComputedAnew() {
        Gpt gpt = gpt(8, 4);

        try (GptContext covered = GptContext.open(gpt, 1, 4, 8);
                GptContext uncovered = GptContext.open(gpt, 1, 3, 8)) {
            assertThat(covered).isInstanceOf(CachedContext.class);
            assertThat(uncovered).isInstanceOf(RecomputedContext.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"0", "4"})
    void clearedContextBeginsAgain(int nUnmasked) {
        Gpt gpt = gpt(8, nUnmasked);
        Tensor tokens = Networks.randomTokens(1, 3);

        try (GptContext context = GptContext.open(gpt, 1, 3, 4)) {
            Tensor before = context.append(tokens);
            context.append(Networks.randomTokens(1, 1));
            context.clear();

            assertThat(context.length()).isZero();
            assertThat(context.append(tokens).equal(before)).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"0", "4"})
    void moreTokensThanThereIsRoomForAreRefused(int nUnmasked) {
        Gpt gpt = gpt(8, nUnmasked);

        try (GptContext context = GptContext.open(gpt, 1, 3, 4)) {
            context.append(Networks.randomTokens(1, 3));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> context.append(Networks.randomTokens(1, 2)))
                    .withMessage("2 more tokens after 3 do not fit into a context of 4");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GptContext.open(gpt, 1, 3, 9))
                .withMessage("a sequence of 9 tokens does not fit into block_size 8");
    }

    @ParameterizedTest
    @CsvSource({"0, false", "4, false", "0, true", "4, true"})
    void closedContextLeavesNoTensorBehind(int nUnmasked, boolean captured) {
        Gpt gpt = gpt(8, nUnmasked);
        Tensor tokens = Networks.randomTokens(1, 3);
        Tensor token = tokens.narrow(1, 0, 1);
        SamplingOptions options = SamplingOptions.DEFAULT.withCudaGraphs(captured);
        long live = Tensor.liveCount();

        try (GptContext context = options.prepared(GptContext.open(gpt, 1, 3, 8), SamplingListener.NONE)) {
            context.append(tokens).close();
            context.append(token).close();
        }

        assertThat(Tensor.liveCount()).isEqualTo(live);
    }

    @Test
    void cacheWritesInPlaceAndShowsWhatWasWritten() {
        try (KvCache cache = new KvCache(1, 2, 3, 5, 4, parameters.dtype(), parameters.device())) {
            Tensor first = org.gatun.torch.Torch.rand(new long[] {2, 6, 2, 4}, parameters.dtype());
            Tensor second = org.gatun.torch.Torch.rand(new long[] {2, 6, 1, 4}, parameters.dtype());

            assertThat(cache.append(0, first).equal(first)).isTrue();
            cache.advance(2);
            Tensor both = cache.append(0, second);
            cache.advance(1);

            assertThat(both.shape()).containsExactly(2, 6, 3, 4);
            assertThat(both.narrow(2, 0, 2).equal(first)).isTrue();
            assertThat(both.narrow(2, 2, 1).equal(second)).isTrue();
            assertThat(cache.length()).isEqualTo(3);
            assertThat(cache.maxLength()).isEqualTo(5);
        }
    }
}
