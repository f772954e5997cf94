package org.gatun.gpt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.gatun.nn.Parameters;
import org.gatun.optim.Adam;
import org.gatun.torch.Autograd;
import org.gatun.torch.Generator;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GptTest {

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
        Networks.randomize(parameters, 1);
        return gpt;
    }

    @Test
    void parametersHaveTheNamesOfTheReference() {
        new Gpt(parameters.root(), new GptConfig(10, 8, 1, 2, 4));

        assertThat(new TreeSet<>(parameters.stateDict().keySet()))
                .containsExactly(
                        "blocks.0.attn.key.bias",
                        "blocks.0.attn.key.weight",
                        "blocks.0.attn.proj.bias",
                        "blocks.0.attn.proj.weight",
                        "blocks.0.attn.query.bias",
                        "blocks.0.attn.query.weight",
                        "blocks.0.attn.value.bias",
                        "blocks.0.attn.value.weight",
                        "blocks.0.ln1.bias",
                        "blocks.0.ln1.weight",
                        "blocks.0.ln2.bias",
                        "blocks.0.ln2.weight",
                        "blocks.0.mlp.0.bias",
                        "blocks.0.mlp.0.weight",
                        "blocks.0.mlp.2.bias",
                        "blocks.0.mlp.2.weight",
                        "head.weight",
                        "ln_f.bias",
                        "ln_f.weight",
                        "pos_emb",
                        "tok_emb.weight");
        assertThat(parameters.parameters().get("pos_emb").shape()).containsExactly(1, 8, 4);
        assertThat(parameters.parameters().get("blocks.0.mlp.0.weight").shape()).containsExactly(16, 4);
        assertThat(parameters.parameters().get("head.weight").shape()).containsExactly(10, 4);
    }

    @Test
    void maskIsNoPartOfTheState() {
        gpt(8, 3);

        assertThat(parameters.stateDict()).doesNotContainKey("mask").hasSize(1 + 2 * 16 + 2 + 1 + 1);
    }

    @Test
    void weightsBeginSmallAndBiasesAndPositionsAtZero() {
        Generator.manualSeed(3);
        new Gpt(parameters.root(), new GptConfig(500, 8, 1, 2, 64));

        Map<String, Tensor> all = parameters.parameters();
        for (String name :
                List.of("tok_emb.weight", "blocks.0.attn.key.weight", "blocks.0.mlp.2.weight", "head.weight")) {
            assertThat(all.get(name).detach().square().mean().item()).as(name).isCloseTo(4e-4, within(4e-5));
            assertThat(all.get(name).detach().mean().item()).as(name).isCloseTo(0, within(2e-3));
        }
        for (String name : List.of("pos_emb", "blocks.0.attn.key.bias", "blocks.0.mlp.0.bias", "ln_f.bias")) {
            assertThat(all.get(name).detach().abs().max().item()).as(name).isZero();
        }
        assertThat(all.get("ln_f.weight").toDoubleArray()).containsOnly(1);
    }

    @Test
    void logitsDependOnEarlierTokensAlone() {
        Gpt gpt = gpt(8, 0);
        Tensor tokens = Tensor.of(new long[] {1, 2, 3, 4, 5, 6}, 1, 6);
        Tensor changed = Tensor.of(new long[] {1, 2, 3, 9, 5, 6}, 1, 6);

        Tensor difference = largestDifferences(gpt.forward(tokens, false), gpt.forward(changed, false));

        assertThat(difference.narrow(0, 0, 3).toDoubleArray()).containsOnly(0);
        assertThat(difference.narrow(0, 3, 3).min().item()).isGreaterThan(1e-6);
    }

    @Test
    void leadingPositionsSeeEachOtherButNotWhatFollowsThem() {
        Gpt gpt = gpt(8, 4);
        Tensor tokens = Tensor.of(new long[] {1, 2, 3, 4, 5, 6}, 1, 6);
        Tensor inside = Tensor.of(new long[] {1, 2, 3, 9, 5, 6}, 1, 6);
        Tensor behind = Tensor.of(new long[] {1, 2, 3, 4, 9, 6}, 1, 6);

        Tensor before = gpt.forward(tokens, false);

        assertThat(largestDifferences(before, gpt.forward(inside, false)).min().item())
                .isGreaterThan(1e-6);
        assertThat(largestDifferences(before, gpt.forward(behind, false))
                        .narrow(0, 0, 4)
                        .toDoubleArray())
                .containsOnly(0);
    }

    @Test
    void embeddingsStandBeforeTheTokens() {
        Gpt gpt = gpt(8, 0);
        Tensor tokens = Tensor.of(new long[] {1, 2, 3, 4}, 1, 4);
        Tensor embeddings = Torch.embedding(parameters.parameters().get("tok_emb.weight"), tokens.narrow(1, 0, 2));

        Tensor logits = gpt.forward(tokens.narrow(1, 2, 2), embeddings, false);

        assertThat(logits.allclose(gpt.forward(tokens, false), 1e-12, 1e-12)).isTrue();
    }

    @Test
    void dropoutIsOnInTrainingAlone() {
        Gpt gpt = new Gpt(parameters.root(), new GptConfig(10, 8, 1, 2, 8, 0.5, 0.5, 0.5, 0));
        Networks.randomize(parameters, 1);
        Tensor tokens = Tensor.of(new long[] {1, 2, 3, 4}, 1, 4);

        assertThat(gpt.forward(tokens, false).equal(gpt.forward(tokens, false))).isTrue();
        assertThat(gpt.forward(tokens, true).equal(gpt.forward(tokens, true))).isFalse();
    }

    @Test
    void sequenceLongerThanTheBlockIsRefused() {
        Gpt gpt = gpt(4, 0);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> gpt.forward(Networks.randomTokens(1, 5), false))
                .withMessage("a sequence of 5 tokens does not fit into block_size 4");
    }

    @Test
    void onlyWeightsOfLinearLayersDecay() {
        Gpt gpt = new Gpt(parameters.root().at("transformer"), new GptConfig(10, 8, 1, 2, 4));
        parameters.root().parameter("other", Tensor::zero_, 2, 2);

        WeightDecayGroups groups = gpt.weightDecayGroups();

        assertThat(groups.decay().keySet())
                .containsExactlyInAnyOrder(
                        "transformer.blocks.0.attn.key.weight",
                        "transformer.blocks.0.attn.query.weight",
                        "transformer.blocks.0.attn.value.weight",
                        "transformer.blocks.0.attn.proj.weight",
                        "transformer.blocks.0.mlp.0.weight",
                        "transformer.blocks.0.mlp.2.weight",
                        "transformer.head.weight");
        assertThat(groups.noDecay())
                .hasSize(21 - 7)
                .containsKeys("transformer.pos_emb", "transformer.tok_emb.weight", "transformer.ln_f.weight");
    }

    @Test
    void itLearnsASequenceByHeartAndATrainingStepLeavesNoTensorBehind() {
        Gpt gpt = new Gpt(parameters.root(), new GptConfig(10, 8, 1, 2, 16));
        WeightDecayGroups groups = gpt.weightDecayGroups();
        Tensor inputs = Tensor.of(new long[] {0, 3, 1, 4, 1, 5}, 1, 6);
        Tensor targets = Tensor.of(new long[] {3, 1, 4, 1, 5, 9}, 1, 6);
        double first = Double.NaN;
        double last = Double.NaN;
        try (Adam adam =
                new Adam(0.01, 0.9, 0.95, 1e-8).add(groups.decay(), 0.01).add(groups.noDecay(), 0)) {
            for (int step = 0; step < 100; step++) {
                long live = Tensor.liveCount();
                try (TensorScope _ = TensorScope.open()) {
                    Tensor loss = Gpt.loss(gpt.forward(inputs, true), targets);
                    adam.step(Autograd.grad(loss, adam.parameters()));
                    last = loss.item();
                    first = step == 0 ? last : first;
                }
                assertThat(Tensor.liveCount()).isEqualTo(live);
            }
        }

        assertThat(first).isCloseTo(Math.log(10), within(0.2));
        assertThat(last).isLessThan(0.01);
    }

    /** (T), the largest difference at each position. */
    private static Tensor largestDifferences(Tensor a, Tensor b) {
        return a.sub(b).abs().amax(0, 2).detach();
    }
}
