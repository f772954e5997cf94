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
    void classesHaveTokensBehindTheCodebookAndTheTokenOfNoneBehindThem() {
        ConditionTokens labels = new ConditionTokens(1, 3, 256);

        assertThat(labels.tokens(new long[] {2, 0}, Device.CPU).toLongArray()).containsExactly(258, 256);
        assertThat(labels.nullTokens(Device.CPU).toLongArray()).containsExactly(259);
        assertThat(labels.vocabSize()).isEqualTo(260);
    }

    @Test
    void droppedConditionsAreWhollyTheTokenOfNone() {
        Generator.manualSeed(1);
        ConditionTokens condition = new ConditionTokens(2, 3, 10);
        Tensor many = condition.tokens(Torch.full(new long[] {20_000, 2}, 1L, DType.INT64));

        Tensor tokens = condition.dropout(many, 0.25);

        Tensor dropped = tokens.eq(13L);
        assertThat(dropped.to(DType.FLOAT64).mean().item()).isCloseTo(0.25, within(0.02));
        assertThat(tokens.eq(11L).logical_or(dropped).all().item()).isEqualTo(1);
        assertThat(dropped.select(1, 0).equal(dropped.select(1, 1))).isTrue();
        assertThat(condition.dropout(many, 0).toLongArray()).containsOnly(11);
        assertThat(condition.nullTokens(Device.CPU).toLongArray()).containsExactly(13, 13);
    }

    @Test
    void aWholePicturesCoordinatesRiseInRasterOrder() {
        PictureCondition.Coordinates condition = new PictureCondition.Coordinates(new CoordinateCondition(8, 2));

        Tensor indices = condition.indices(PictureCondition.Coordinates.whole(4, 4));

        assertThat(condition.vocabulary()).isEqualTo(9);
        assertThat(condition.side(4)).isEqualTo(2);
        assertThat(indices.shape()).containsExactly(1, 2, 2);
        // Means of the pixels' numbers over 16: 2.5, 4.5, 10.5 and 12.5.
        assertThat(indices.toLongArray()).containsExactly(1, 2, 5, 6);
    }

    @Test
    void classThatDoesNotExistIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConditionTokens(1, 3, 0).tokens(new long[] {3}, Device.CPU))
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
