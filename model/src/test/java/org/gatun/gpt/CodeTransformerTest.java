package org.gatun.gpt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.gatun.nn.Parameters;
import org.gatun.optim.Adam;
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

class CodeTransformerTest {

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

    private CodeTransformer transformer(CodeOrder order, double pkeep) {
        CodeTransformer transformer = new CodeTransformer(
                parameters.root(), new CodeTransformerConfig(Networks.config(16, 0), 8, 2, 4, order, pkeep));
        Networks.randomize(parameters, 4);
        return transformer;
    }

    private static Tensor codes(long batch) {
        return Torch.randint(8, new long[] {batch, 8});
    }

    @Test
    void parametersStandWhereTheReferenceHasThem() {
        transformer(new AlternateParsingOrder(), 1);

        assertThat(parameters.stateDict())
                .containsKeys(
                        "transformer.tok_emb.weight",
                        "transformer.blocks.1.mlp.2.bias",
                        "permuter.forward_shuffle_idx",
                        "permuter.backward_shuffle_idx");
    }

    @Test
    void lossIsTheCrossEntropyOfTheCodesAlone() {
        CodeTransformer transformer = transformer(new RasterOrder(), 1);
        Tensor codes = codes(3);
        Tensor condition = Networks.randomTokens(3, 5);
        Tensor sequence = Torch.cat(List.of(condition, codes), 1);
        Tensor logProbabilities = transformer.gpt().forward(sequence, false).log_softmax(-1);

        double loss = transformer.loss(codes, condition, true).item();

        Tensor ofCodes = logProbabilities.narrow(1, 4, 8).gather(2, codes.unsqueeze(2));
        assertThat(loss).isCloseTo(-ofCodes.mean().item(), within(1e-12));
    }

    @Test
    void lossOfPermutedCodesIsThatOfTheirSequence() {
        Tensor codes = codes(2);
        Tensor condition = Networks.randomTokens(2, 1);
        CodeTransformer permuted = transformer(new AlternateParsingOrder(), 1);
        try (Parameters other = Networks.parameters()) {
            CodeTransformer raster =
                    new CodeTransformer(other.root(), new CodeTransformerConfig(Networks.config(16, 0), 8, 2, 4));
            Networks.randomize(other, 4);
            Tensor sequence = codes.index_select(1, Tensor.of(new long[] {0, 1, 2, 3, 7, 6, 5, 4}, 8));

            assertThat(permuted.loss(codes, condition, false).item())
                    .isEqualTo(raster.loss(sequence, condition, false).item())
                    .isNotEqualTo(raster.loss(codes, condition, false).item());
        }
    }

    @Test
    void pkeepReplacesInputsInTrainingAlone() {
        CodeTransformer transformer = transformer(new RasterOrder(), 0.5);
        Tensor codes = codes(4);
        Tensor condition = Networks.randomTokens(4, 1);

        double evaluation = transformer.loss(codes, condition, false).item();

        assertThat(transformer.loss(codes, condition, false).item()).isEqualTo(evaluation);
        assertThat(transformer.loss(codes, condition, true).item())
                .isNotEqualTo(evaluation)
                .isNotEqualTo(transformer.loss(codes, condition, true).item());
    }

    @Test
    void sampledCodesAreInRasterOrder() {
        CodeTransformer transformer = transformer(new AlternateParsingOrder(), 1);
        Tensor condition = Networks.randomTokens(2, 1);

        Tensor codes = transformer.sample(condition, GREEDY);

        Tensor sequence = transformer.permuter().forward(codes);
        Tensor inputs = Torch.cat(List.of(condition, sequence.narrow(1, 0, 7)), 1);
        Tensor best = transformer.gpt().forward(inputs, false).narrow(-1, 0, 8).argmax(-1);
        assertThat(best.equal(sequence)).isTrue();
    }

    @Test
    void knownCodesStayWhereTheyAreInThePicture() {
        CodeTransformer transformer = transformer(new AlternateParsingOrder(), 1);
        Tensor given = codes(2);
        boolean[] known = {false, true, true, false, true, true, false, false};
        Prompt prompt = Prompt.of(Networks.randomTokens(2, 1)).completing(given, known);
        List<long[]> snapshots = new ArrayList<>();

        Tensor codes = transformer.sample(
                prompt,
                SamplingOptions.DEFAULT,
                progress -> snapshots.add(progress.tokens().toLongArray()));

        for (int i = 0; i < known.length; i++) {
            if (known[i]) {
                assertThat(codes.narrow(1, i, 1).equal(given.narrow(1, i, 1))).isTrue();
            }
        }
        assertThat(snapshots.getLast()).containsExactly(codes.toLongArray());
    }

    @Test
    void itLearnsWhatClassesLookLikeAndGuidanceMakesThemClearer() {
        ConditionTokens classes = new ConditionTokens(1, 2, 4);
        CodeTransformer transformer = new CodeTransformer(
                parameters.root(), new CodeTransformerConfig(new GptConfig(classes.vocabSize(), 4, 1, 2, 16), 4, 2, 2));
        Generator.manualSeed(9);
        WeightDecayGroups groups = transformer.gpt().weightDecayGroups();
        // Codes of class 0 are 0 or 1, those of class 1 are 1 or 2.
        try (Adam adam =
                new Adam(0.01, 0.9, 0.95, 1e-8).add(groups.decay(), 0.01).add(groups.noDecay(), 0)) {
            for (int step = 0; step < 150; step++) {
                try (TensorScope _ = TensorScope.open()) {
                    Tensor labels = Torch.randint(2, new long[] {64, 1});
                    Tensor codes = Torch.randint(2, new long[] {64, 4}).add(labels);
                    Tensor loss = transformer.loss(codes, classes.dropout(classes.tokens(labels), 0.2), true);
                    adam.step(Autograd.grad(loss, adam.parameters()));
                }
            }
        }

        Tensor condition = classes.tokens(Torch.full(new long[] {500, 1}, 1L, DType.INT64));
        Prompt prompt = Prompt.of(condition).withUnconditional(classes.nullTokens(Device.CPU));
        Tensor plain = transformer.sample(prompt, SamplingOptions.DEFAULT, SamplingListener.NONE);
        Tensor guided = transformer.sample(prompt, SamplingOptions.DEFAULT.withGuidanceScale(4), SamplingListener.NONE);

        assertThat(share(plain, 2)).isCloseTo(0.5, within(0.08));
        assertThat(share(plain, 1)).isCloseTo(0.5, within(0.08));
        // 2 tells class 1 from class 0, 1 does not; behind a 2 the class is known anyway.
        assertThat(share(guided.narrow(1, 0, 1), 2)).isGreaterThan(share(plain.narrow(1, 0, 1), 2) + 0.2);
    }

    private static double share(Tensor codes, long code) {
        return codes.eq(code).to(DType.FLOAT64).mean().item();
    }

    @Test
    void withPkeepOfZeroAllCodesAreDrawnAtOnceFromTheCondition() {
        CodeTransformer transformer = transformer(new RasterOrder(), 0);
        Tensor condition = codes(2);

        Tensor codes = transformer.sample(condition, GREEDY);

        Tensor inputs = Torch.cat(List.of(condition, condition.narrow(1, 0, 7)), 1);
        Tensor best = transformer
                .gpt()
                .forward(inputs, false)
                .narrow(1, 7, 8)
                .narrow(-1, 0, 8)
                .argmax(-1);
        assertThat(codes.equal(best)).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> transformer.sample(Networks.randomTokens(2, 1), GREEDY))
                .withMessageContaining("pkeep 0 needs a condition of 8 tokens");
    }

    @Test
    void samplingLeavesItsResultAlone() {
        CodeTransformer transformer = transformer(new AlternateParsingOrder(), 1);
        Tensor condition = Networks.randomTokens(2, 1);
        long live = Tensor.liveCount();

        transformer.sample(condition, SamplingOptions.DEFAULT);

        assertThat(Tensor.liveCount()).isEqualTo(live + 1);
    }

    @Test
    void codesOfAnotherSizeAreRefused() {
        CodeTransformer transformer = transformer(new RasterOrder(), 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> transformer.loss(Networks.randomTokens(1, 9), Networks.randomTokens(1, 1), false))
                .withMessage("codes must have the shape (B, 8), not [1, 9]");
    }

    @Test
    void configurationsThatCannotBeAreRefused() {
        GptConfig gpt = Networks.config(16, 0);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CodeTransformerConfig(gpt, 12, 2, 4))
                .withMessage("a codebook of 12 codes does not fit into vocab_size 11");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CodeTransformerConfig(gpt, 8, 4, 5))
                .withMessage("a condition and 4x5 codes do not fit into block_size 16");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CodeTransformerConfig(gpt, 8, 2, 4, new RasterOrder(), 1.5))
                .withMessage("pkeep must be in [0, 1], not 1.5");
    }
}
