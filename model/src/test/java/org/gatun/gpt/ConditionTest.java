package org.gatun.gpt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.gatun.torch.Generator;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConditionTest {

    private TensorScope scope;

    @BeforeEach
    void open() {
        scope = TensorScope.open();
    }

    @AfterEach
    void close() {
        scope.close();
    }

    @Test
    void startTokenStandsBeforeEverySequence() {
        Tensor tokens = new StartToken(5).tokens(3, Device.CPU);

        assertThat(tokens.shape()).containsExactly(3, 1);
        assertThat(tokens.dtype()).isEqualTo(DType.INT64);
        assertThat(tokens.toLongArray()).containsOnly(5);
    }

    @Test
    void classesHaveTokensBehindTheCodebookAndTheTokenOfNoneBehindThem() {
        ClassLabels labels = new ClassLabels(3, 256);

        assertThat(labels.tokens(new long[] {2, 0}, Device.CPU).toLongArray()).containsExactly(258, 256);
        assertThat(labels.nullTokens(Device.CPU).toLongArray()).containsExactly(259);
        assertThat(labels.vocabulary()).isEqualTo(260);
    }

    @Test
    void droppedLabelsAreTheTokenOfNoClass() {
        Generator.manualSeed(1);
        ClassLabels labels = new ClassLabels(3, 10);
        Tensor many = Torch.full(new long[] {20_000}, 1L, DType.INT64);

        Tensor tokens = labels.tokensWithDropout(many, 0.25);

        double dropped = tokens.eq(13L).to(DType.FLOAT64).mean().item();
        double kept = tokens.eq(11L).to(DType.FLOAT64).mean().item();
        assertThat(dropped).isCloseTo(0.25, within(0.02));
        assertThat(kept + dropped).isEqualTo(1);
        assertThat(labels.tokensWithDropout(many, 0).toLongArray()).containsOnly(11);
    }

    @Test
    void classThatDoesNotExistIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClassLabels(3, 0).tokens(new long[] {3}, Device.CPU))
                .withMessage("there is no class 3, only 0 to 2");
    }

    @Test
    void coordinatesAreAveragedAndRounded() {
        CoordinateCondition condition = new CoordinateCondition(10, 2);
        Tensor coordinates = Tensor.of(new float[] {0, 0.4f, 1, 1, 0.2f, 0.2f, 1, 1}, 1, 1, 2, 4);

        Tensor indices = condition.encode(coordinates);

        assertThat(indices.shape()).containsExactly(1, 1, 1, 2);
        assertThat(indices.toLongArray()).containsExactly(2, 10);
        Tensor decoded = condition.decode(indices);
        assertThat(decoded.shape()).containsExactly(1, 1, 2, 4);
        assertThat(decoded.toFloatArray()).containsExactly(0.2f, 0.2f, 1, 1, 0.2f, 0.2f, 1, 1);
    }

    @Test
    void coordinatesOutsideOfTheUnitIntervalAreRefused() {
        CoordinateCondition condition = new CoordinateCondition(10, 2);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> condition.encode(Torch.full(new long[] {1, 1, 2, 2}, 1.5)))
                .withMessage("coordinates must be in [0, 1], not 1.5 to 1.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> condition.encode(Torch.zeros(1, 3, 2, 2)))
                .withMessage("coordinates must have the shape (B, 1, H, W), not [1, 3, 2, 2]");
    }
}
