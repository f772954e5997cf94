package org.gatun.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(ClosesItsTensors.class)
class WinogradTest {

    private static final long[] ONE = {1};

    private TensorScope scope;

    @BeforeEach
    void open() {
        scope = TensorScope.open();
        Generator.manualSeed(0);
    }

    @AfterEach
    void close() {
        scope.close();
    }

    private static Tensor random(long... shape) {
        return Torch.randn(shape);
    }

    private static Tensor leaf(Tensor tensor) {
        return tensor.detach().requires_grad_();
    }

    private static Tensor leafOfFloat64(Tensor tensor) {
        return leaf(tensor.to(DType.FLOAT64));
    }

    private static Tensor direct(Tensor input, Tensor weight, Tensor bias) {
        return Torch.conv2d(input, weight, bias, ONE, ONE);
    }

    /** Within 3e-5 of the largest value. */
    private static void assertClose(String what, Tensor actual, Tensor expected) {
        assertThat(actual.shape()).as(what).isEqualTo(expected.shape());
        double largest = expected.abs().max().item();
        double difference = actual.to(DType.FLOAT64).sub(expected).abs().max().item();
        assertThat(difference).as(what).isLessThanOrEqualTo(3e-5 * largest);
    }

    @ParameterizedTest(name = "{0} pictures, {1} to {2} channels, {3} x {4}")
    @CsvSource({
        "8, 32, 32, 16, 16",
        "2, 64, 40, 8, 12",
        "1, 3, 5, 7, 9", // incomplete tiles
        "3, 2, 1, 1, 1",
        "2, 1, 2, 2, 5",
        "9, 16, 24, 40, 36", // many tiles, cut along them
        "1, 4, 4, 4, 1100", // one row of tiles is more than a cut
        "1, 512, 160, 8, 8", // many channels, cut along them
    })
    void convolvesAndItsGradientsAreTheDirectOnes(long batch, long in, long out, long height, long width) {
        Tensor input = leaf(random(batch, in, height, width));
        Tensor weight = leaf(random(out, in, 3, 3));
        Tensor bias = leaf(random(out));
        Tensor grad = random(batch, out, height, width);
        List<Tensor> doubles = List.of(leafOfFloat64(input), leafOfFloat64(weight), leafOfFloat64(bias));

        Tensor result = Winograd.conv2d(input, weight, bias);
        Tensor expected = direct(doubles.get(0), doubles.get(1), doubles.get(2));
        Autograd.backward(List.of(result), List.of(grad), false, false);
        Autograd.backward(List.of(expected), List.of(grad.to(DType.FLOAT64)), false, false);

        assertClose("result", result.detach(), expected.detach());
        assertClose("input", input.grad(), doubles.get(0).grad());
        assertClose("weight", weight.grad(), doubles.get(1).grad());
        assertClose("bias", bias.grad(), doubles.get(2).grad());
    }

    @Test
    void worksWithoutABias() {
        Tensor input = random(1, 4, 8, 8);
        Tensor weight = random(4, 4, 3, 3);
        assertClose(
                "result",
                Winograd.conv2d(input, weight, null),
                direct(input.to(DType.FLOAT64), weight.to(DType.FLOAT64), null));
    }

    @Test
    void givesTheSameOnOneThreadAsOnTwo() {
        Tensor input = random(8, 32, 16, 16);
        Tensor weight = random(32, 32, 3, 3);
        int threads = LibTorch.numThreads();
        try {
            LibTorch.setNumThreads(1);
            Tensor one = Winograd.conv2d(input, weight, null);
            LibTorch.setNumThreads(2);
            assertClose("result", Winograd.conv2d(input, weight, null), one.to(DType.FLOAT64));
        } finally {
            LibTorch.setNumThreads(threads);
        }
    }

    @Test
    void recordsNothingWhereNothingIsAsked() {
        Tensor weight = random(4, 4, 3, 3).requires_grad_();
        try (var _ = Autograd.noGrad()) {
            assertThat(Winograd.conv2d(random(1, 4, 4, 4), weight, null).requiresGrad())
                    .isFalse();
        }
        assertThat(Winograd.conv2d(random(1, 4, 4, 4), weight.detach(), null).requiresGrad())
                .isFalse();
    }

    /** As LPIPS has it: the network is frozen, and the picture is what one wants the gradient of. */
    @Test
    void aFrozenWeightHasNoGradient() {
        Tensor input = random(1, 4, 8, 8).requires_grad_();
        Tensor weight = random(4, 4, 3, 3);
        Winograd.conv2d(Winograd.conv2d(input, weight, null).relu(), weight, null)
                .sum()
                .backward();
        Tensor expected = leafOfFloat64(input);
        Tensor weight64 = weight.to(DType.FLOAT64);
        direct(direct(expected, weight64, null).relu(), weight64, null).sum().backward();
        assertClose("input", input.grad(), expected.grad());
        assertThat(weight.grad()).isNull();
    }

    /** As a VQGAN's adaptive weight has it: the gradient of one parameter, twice, and then all of them. */
    @Test
    void theGraphCanBeUsedAgainInPart() {
        Tensor input = random(2, 4, 8, 8).requires_grad_();
        Tensor weight = random(4, 4, 3, 3).requires_grad_();
        Tensor result = Winograd.conv2d(input, weight, null);
        Tensor square = result.square().sum();
        Tensor cube = result.pow(3).sum();
        Tensor ofSquare = gradOf(square, weight);
        Tensor ofCube = gradOf(cube, weight);
        square.add(cube).backward();

        Tensor input64 = leafOfFloat64(input);
        Tensor weight64 = leafOfFloat64(weight);
        Tensor expected = direct(input64, weight64, null);
        assertClose("square", ofSquare, gradOf(expected.square().sum(), weight64));
        assertClose("cube", ofCube, gradOf(expected.pow(3).sum(), weight64));
        expected.square().sum().add(expected.pow(3).sum()).backward();
        assertClose("input", input.grad(), input64.grad());
        assertClose("weight", weight.grad(), weight64.grad());
    }

    private static Tensor gradOf(Tensor output, Tensor input) {
        return Autograd.grad(List.of(output), List.of(input), List.of(), true, false, false)
                .getFirst();
    }

    /** As libtorch lets go of what its own operators have saved. */
    @Test
    void aBackwardPassLetsGoOfTheInputUnlessTheGraphIsKept() {
        AtomicInteger released = new AtomicInteger();
        MemorySegment memory = Arena.ofAuto().allocate(4 * 8 * 8 * Float.BYTES, Float.BYTES);
        Tensor input = ForeignMemory.at(memory.address(), memory.byteSize())
                .releasedBy(released::incrementAndGet)
                .asTensor(DType.FLOAT32, 1, 4, 8, 8);
        Tensor weight = random(4, 4, 3, 3).requires_grad_();
        Tensor result = Winograd.conv2d(input, weight, null).sum();
        input.close();
        gradOf(result, weight);
        assertThat(released).hasValue(0);

        Autograd.grad(result, List.of(weight));
        Tensor.of(1).close(); // what was released comes back with whatever is closed next
        assertThat(released).hasValue(1);
        assertThatExceptionOfType(TorchException.class)
                .isThrownBy(() -> Autograd.grad(result, List.of(weight)))
                .withMessageContaining("a second time");
        Reference.reachabilityFence(memory);
    }

    @Test
    void severalThreadsMayGoBackThroughOneGraph() throws Exception {
        Tensor input = random(1, 4, 8, 8).requires_grad_();
        Tensor weight = random(4, 4, 3, 3).requires_grad_();
        Tensor result = Winograd.conv2d(input, weight, null);
        Tensor bySumOfInput = gradOf(result.sum(), input);
        Tensor bySumOfWeight = gradOf(result.sum(), weight);
        try (TensorExecutor executor = TensorExecutor.ofThreads(4)) {
            List<Future<?>> passes = new ArrayList<>();
            for (int i = 1; i <= 200; i++) {
                double factor = i;
                passes.add(executor.enableGrad(_ -> {
                    List<Tensor> gradients = Autograd.grad(
                            List.of(result.sum().mul(factor)), List.of(input, weight), List.of(), true, false, false);
                    assertClose(
                            "input",
                            gradients.get(0),
                            bySumOfInput.to(DType.FLOAT64).mul(factor));
                    assertClose(
                            "weight",
                            gradients.get(1),
                            bySumOfWeight.to(DType.FLOAT64).mul(factor));
                    return null;
                }));
            }
            for (Future<?> pass : passes) {
                pass.get();
            }
        }
    }

    /** A gradient penalty: the gradient of the norm of a gradient. */
    @Test
    void gradientsCanBeDifferentiatedInTurn() {
        Tensor input = random(1, 4, 8, 8).requires_grad_();
        Tensor weight = random(4, 4, 3, 3).requires_grad_();
        Tensor input64 = leafOfFloat64(input);
        Tensor weight64 = leafOfFloat64(weight);
        penalty(Winograd.conv2d(input, weight, null), input, weight).backward();
        penalty(direct(input64, weight64, null), input64, weight64).backward();
        assertClose("input", input.grad(), input64.grad());
        assertClose("weight", weight.grad(), weight64.grad());
    }

    private static Tensor penalty(Tensor output, Tensor input, Tensor weight) {
        List<Tensor> gradients =
                Autograd.grad(List.of(output.pow(3).sum()), List.of(input, weight), List.of(), true, true, false);
        return gradients.get(0).square().sum().add(gradients.get(1).square().sum());
    }

    @Test
    void aWeightThatWasWrittenIntoMeanwhileIsRefused() {
        Tensor input = random(1, 4, 8, 8).requires_grad_();
        Tensor weight = random(4, 4, 3, 3);
        Tensor sum = Winograd.conv2d(input, weight, null).sum();
        weight.add_(1);
        assertThatExceptionOfType(TorchException.class)
                .isThrownBy(sum::backward)
                .withMessageContaining("modified in place");
    }

    @Test
    void refusesWhatItCannotConvolve() {
        Tensor input = random(8, 64, 32, 32);
        Tensor weight = random(64, 64, 3, 3);
        for (List<Tensor> wrong : List.of(
                List.of(input.to(DType.FLOAT64), weight),
                List.of(input.transpose(2, 3).contiguous().transpose(2, 3), weight),
                List.of(input, random(64, 32, 3, 3)),
                List.of(input, random(64, 64, 5, 5)),
                List.of(input.select(0, 0), weight),
                List.of(random(0, 64, 32, 32), weight))) {
            assertThat(Winograd.pays(wrong.get(0), wrong.get(1))).isFalse();
            assertThatExceptionOfType(TorchException.class)
                    .isThrownBy(() -> Winograd.conv2d(wrong.get(0), wrong.get(1), null))
                    .withMessageContaining("Winograd's convolution needs");
        }
        assertThatExceptionOfType(TorchException.class)
                .isThrownBy(() -> Winograd.conv2d(input, weight, random(3)))
                .withMessageContaining("a bias (out)");
    }

    @Test
    void smallConvolutionsDoNotPay() {
        assertThat(Winograd.pays(random(1, 64, 8, 8), random(64, 64, 3, 3))).isFalse();
        assertThat(Winograd.pays(random(8, 3, 64, 64), random(64, 3, 3, 3))).isFalse();
        assertThat(Winograd.pays(random(8, 32, 32, 32), random(64, 32, 3, 3))).isFalse();
        assertThat(Winograd.pays(random(8, 64, 5, 5), random(64, 64, 3, 3))).isFalse();
    }

    /** Where channels lie side by side, a network may put them plane after plane first. */
    @Test
    void itMayBeFasterForPicturesThatItDoesNotTakeAsTheyAre() {
        Tensor input = random(8, 64, 32, 32);
        Tensor weight = random(64, 64, 3, 3);
        boolean faster = Winograd.isFaster(input, 64);
        Tensor channelsLast = input.contiguous(MemoryFormat.CHANNELS_LAST);
        assertThat(Winograd.pays(input, weight)).isEqualTo(faster);
        assertThat(Winograd.isFaster(channelsLast, 64)).isEqualTo(faster);
        assertThat(Winograd.pays(channelsLast, weight)).isFalse();
    }

    @Test
    void autocastComputesConvolutionsInItsOwnType() {
        try (var _ = Autocast.open(DeviceType.CPU, DType.BFLOAT16)) {
            assertThat(Winograd.pays(random(8, 64, 32, 32), random(64, 64, 3, 3)))
                    .isFalse();
        }
    }
}
