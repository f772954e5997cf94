package org.gatun.gpt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gatun.nn.Parameters;
import org.gatun.optim.Adam;
import org.gatun.torch.Autograd;
import org.gatun.torch.DType;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LlamaVariantTest {

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

    @Test
    void parametersHaveTheCommonNamesAndFewerKeys() {
        new Gpt(parameters.root(), new GptConfig(10, 8, 1, 2, 16).withVariant(new GptVariant.Llama(1, 1, 4, 10000)));

        assertThat(parameters.stateDict().keySet())
                .containsExactlyInAnyOrder(
                        "tok_emb.weight",
                        "blocks.0.ln1.weight",
                        "blocks.0.ln2.weight",
                        "blocks.0.attn.key.weight",
                        "blocks.0.attn.query.weight",
                        "blocks.0.attn.value.weight",
                        "blocks.0.attn.proj.weight",
                        "blocks.0.mlp.w1.weight",
                        "blocks.0.mlp.w2.weight",
                        "blocks.0.mlp.w3.weight",
                        "ln_f.weight",
                        "head.weight");
        assertThat(parameters.parameters().get("blocks.0.attn.key.weight").shape())
                .containsExactly(8, 16);
        assertThat(parameters.parameters().get("blocks.0.attn.query.weight").shape())
                .containsExactly(16, 16);
        assertThat(parameters.parameters().get("blocks.0.mlp.w1.weight").shape())
                .containsExactly(256, 16);
    }

    @Test
    void logitsDependOnEarlierTokensAlone() {
        Gpt gpt = new Gpt(parameters.root(), Networks.llama(8, 0));
        Networks.randomize(parameters, 1);
        Tensor tokens = Tensor.of(new long[] {1, 2, 3, 4, 5, 6}, 1, 6);
        Tensor changed = Tensor.of(new long[] {1, 2, 3, 9, 5, 6}, 1, 6);

        Tensor difference = gpt.forward(tokens, false)
                .sub(gpt.forward(changed, false))
                .abs()
                .amax(0, 2)
                .detach();

        assertThat(difference.narrow(0, 0, 3).toDoubleArray()).containsOnly(0);
        assertThat(difference.narrow(0, 3, 3).min().item()).isGreaterThan(1e-6);
    }

    @Test
    void rotationsAreThoseOfRowAndColumn() {
        // Heads of 8 numbers: two pairs for the row with frequencies 1 and 1/100, two for the column.
        RotaryEmbedding2d rotary =
                new RotaryEmbedding2d(parameters.root(), new GptVariant.Llama(1, 2, 3, 10000), 12, 8);
        Tensor ones = Torch.ones(new long[] {1, 1, 1, 8}, DType.FLOAT64);

        assertThat(rotary.rotate(ones, 1).toDoubleArray())
                .as("a condition's token")
                .containsOnly(1);
        // Position 2 + 3 * 2 + 1: row 2, column 1.
        double[] turned = rotary.rotate(ones, 9).toDoubleArray();
        double[] angles = {2, 0.02, 1, 0.01};
        for (int i = 0; i < 4; i++) {
            assertThat(turned[2 * i]).isCloseTo(Math.cos(angles[i]) - Math.sin(angles[i]), within(1e-12));
            assertThat(turned[2 * i + 1]).isCloseTo(Math.cos(angles[i]) + Math.sin(angles[i]), within(1e-12));
        }
    }

    @Test
    void tokensOfAConditionsMapAreTurnedAsTheCodesOfTheSamePlace() {
        // 2x2 tokens before 4x4 codes: the middle of the last one lies between rows 2 and 3, columns 2 and 3.
        RotaryEmbedding2d rotary =
                new RotaryEmbedding2d(parameters.root(), new GptVariant.Llama(1, 4, 2, 4, 10000), 20, 8);
        Tensor ones = Torch.ones(new long[] {1, 1, 1, 8}, DType.FLOAT64);

        double[] turned = rotary.rotate(ones, 3).toDoubleArray();

        assertThat(turned[0]).isCloseTo(Math.cos(2.5) - Math.sin(2.5), within(1e-12));
        assertThat(turned[4]).isCloseTo(Math.cos(2.5) - Math.sin(2.5), within(1e-12));
    }

    @Test
    void attentionDependsOnTheDistanceOfRowsAndColumnsAlone() {
        RotaryEmbedding2d rotary =
                new RotaryEmbedding2d(parameters.root(), new GptVariant.Llama(1, 1, 4, 10000), 17, 8);
        Tensor q = Torch.randn(new long[] {1, 1, 1, 8}, DType.FLOAT64);
        Tensor k = Torch.randn(new long[] {1, 1, 1, 8}, DType.FLOAT64);

        // From (0, 1) to (1, 3), and from (2, 0) to (3, 2).
        double here = rotary.rotate(k, 1 + 1).mul(rotary.rotate(q, 1 + 7)).sum().item();
        double there =
                rotary.rotate(k, 1 + 8).mul(rotary.rotate(q, 1 + 14)).sum().item();
        double elsewhere =
                rotary.rotate(k, 1 + 8).mul(rotary.rotate(q, 1 + 13)).sum().item();

        assertThat(there).isCloseTo(here, within(1e-12)).isNotCloseTo(elsewhere, within(1e-6));
    }

    @Test
    void groupedQueriesLookAtRepeatedKeys() {
        Gpt grouped = new Gpt(parameters.root(), Networks.llama(8, 0));
        Networks.randomize(parameters, 1);
        Tensor tokens = Networks.randomTokens(2, 6);
        try (Parameters other = Networks.parameters()) {
            Gpt full = new Gpt(other.root(), Networks.config(8, 0).withVariant(new GptVariant.Llama(2, 1, 4, 10000)));
            try (var _ = Autograd.noGrad()) {
                other.parameters().forEach((name, parameter) -> {
                    Tensor source = parameters.parameters().get(name);
                    boolean repeated = source.size(0) != parameter.size(0);
                    parameter.copy_(repeated ? Torch.cat(List.of(source, source)) : source);
                });
            }

            assertThat(full.forward(tokens, false).allclose(grouped.forward(tokens, false), 1e-10, 1e-12))
                    .isTrue();
        }
    }

    @Test
    void itLearnsASequenceByHeart() {
        Gpt gpt = new Gpt(parameters.root(), Networks.llama(8, 0));
        Tensor inputs = Tensor.of(new long[] {0, 3, 1, 4, 1, 5}, 1, 6);
        Tensor targets = Tensor.of(new long[] {3, 1, 4, 1, 5, 9}, 1, 6);
        double last = Double.NaN;
        WeightDecayGroups groups = gpt.weightDecayGroups();
        try (Adam adam =
                new Adam(0.01, 0.9, 0.95, 1e-8).add(groups.decay(), 0.01).add(groups.noDecay(), 0)) {
            for (int step = 0; step < 100; step++) {
                try (TensorScope _ = TensorScope.open()) {
                    Tensor loss = Gpt.loss(gpt.forward(inputs, true), targets);
                    adam.step(Autograd.grad(loss, adam.parameters()));
                    last = loss.item();
                }
            }
        }

        assertThat(last).isLessThan(0.01);
    }

    @Test
    void shapesThatCannotBeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GptConfig(10, 8, 1, 4, 32).withVariant(new GptVariant.Llama(3, 1, 4, 10000)))
                .withMessage("n_head 4 does not divide into n_kv_head 3 groups");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GptConfig(10, 8, 1, 4, 24).withVariant(new GptVariant.Llama(2, 1, 4, 10000)))
                .withMessage("two-dimensional rotary positions need heads whose width 4 divides, not 6");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new CodeTransformerConfig(Networks.llama(8, 0), 8, 2, 4, new AlternateParsingOrder(), 1))
                .withMessageContaining("need raster order and rows of 4 codes");
    }
}
