package org.gatun.gpt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.gatun.nn.Parameters;
import org.gatun.torch.Autograd;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PermuterTest {

    private static final SpiralOrder SPIRAL_OUT = new SpiralOrder(SpiralOrder.Direction.OUT);
    private static final SpiralOrder SPIRAL_IN = new SpiralOrder(SpiralOrder.Direction.IN);

    static Stream<Arguments> ordersOfFourByFour() {
        return Stream.of(
                Arguments.of(new RasterOrder(), new long[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}),
                Arguments.of(new SubsampleOrder(), new long[] {0, 2, 8, 10, 1, 3, 9, 11, 4, 6, 12, 14, 5, 7, 13, 15}),
                Arguments.of(new ZCurveOrder(), new long[] {0, 1, 4, 5, 2, 3, 6, 7, 8, 9, 12, 13, 10, 11, 14, 15}),
                Arguments.of(SPIRAL_OUT, new long[] {9, 5, 6, 10, 14, 13, 12, 8, 4, 0, 1, 2, 3, 7, 11, 15}),
                Arguments.of(SPIRAL_IN, new long[] {15, 11, 7, 3, 2, 1, 0, 4, 8, 12, 13, 14, 10, 6, 5, 9}),
                // numpy.random.RandomState(1).permutation(16)
                Arguments.of(new RandomOrder(), new long[] {3, 13, 7, 2, 6, 10, 4, 1, 14, 0, 15, 9, 8, 12, 11, 5}),
                Arguments.of(
                        new AlternateParsingOrder(),
                        new long[] {0, 1, 2, 3, 7, 6, 5, 4, 8, 9, 10, 11, 15, 14, 13, 12}));
    }

    @ParameterizedTest
    @MethodSource("ordersOfFourByFour")
    void orderIsThatOfTheReference(CodeOrder order, long[] expected) {
        assertThat(order.indices(4, 4)).containsExactly(expected);
    }

    @Test
    void aZCurveOfTwoSquaresFinishesTheFirstBeforeTheSecond() {
        assertThat(new ZCurveOrder().indices(2, 4)).containsExactly(0, 1, 4, 5, 2, 3, 6, 7);
    }

    @ParameterizedTest
    @MethodSource("ordersOfFourByFour")
    void reverseUndoesForward(CodeOrder order, long[] expected) {
        try (TensorScope _ = TensorScope.open();
                Parameters parameters = Networks.parameters()) {
            Permuter permuter = new Permuter(parameters.root(), order, 4, 4);
            Tensor codes = Torch.randint(100, new long[] {3, 16});

            assertThat(permuter.reverse(permuter.forward(codes)).equal(codes)).isTrue();
            assertThat(permuter.forward(Torch.arange(16).unsqueeze(0)).toLongArray())
                    .containsExactly(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("ordersOfFourByFour")
    void everyCodeOfALargeMapStandsSomewhereOnce(CodeOrder order, long[] ignored) {
        assertThat(LongStream.of(order.indices(32, 32)).sorted().toArray())
                .containsExactly(LongStream.range(0, 1024).toArray());
    }

    @Test
    void buffersHaveTheNamesOfTheReferenceAndRasterOrderHasNone() {
        try (Parameters parameters = Networks.parameters()) {
            new Permuter(parameters.root().at("raster"), new RasterOrder(), 3, 5);
            new Permuter(parameters.root().at("random"), new RandomOrder(), 3, 5);

            assertThat(parameters.stateDict().keySet())
                    .containsExactly("random.forward_shuffle_idx", "random.backward_shuffle_idx");
        }
    }

    @Test
    void marksFollowTheBuffersThatACheckpointBrought() {
        try (TensorScope _ = TensorScope.open();
                var _ = Autograd.noGrad();
                Parameters parameters = Networks.parameters()) {
            Permuter permuter = new Permuter(parameters.root(), new RandomOrder(), 1, 3);
            parameters.buffers().get("forward_shuffle_idx").copy_(Tensor.of(new long[] {2, 0, 1}, 3));

            assertThat(permuter.forward(new boolean[] {true, false, false})).containsExactly(false, true, false);
        }
    }

    @Test
    void mapsThatAnOrderIsNotDefinedForAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SubsampleOrder().indices(6, 6))
                .withMessage("subsample needs a square map whose side is a power of two, not 6x6");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ZCurveOrder().indices(8, 4))
                .withMessage("z-curve needs a map whose height is a power of two and whose width is the same"
                        + " or twice that, not 8x4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SPIRAL_OUT.indices(5, 5))
                .withMessage("spiral needs a square map of even side, not 5x5");
    }
}
