package org.gatun.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TorchExceptionTest {

    private final long live = Tensor.liveCount();
    private TensorScope scope;

    @BeforeEach
    void open() {
        scope = TensorScope.open();
    }

    @AfterEach
    void close() {
        scope.close();
        assertThat(Tensor.liveCount()).isEqualTo(live);
    }

    private static String messageOf(ThrowingCallable call) {
        TorchException exception = catchThrowableOfType(TorchException.class, call);
        assertThat(exception).isNotNull();
        // What libtorch appends to its messages.
        assertThat(exception.getMessage()).doesNotContain("Exception raised from", "frame #", ".so", "backtrace");
        return exception.getMessage();
    }

    @Test
    void aWrongShapeIsToldWithOperatorShapesAndDtypes() {
        assertThat(messageOf(() -> Tensor.of(1, 2, 3).mul(Torch.ones(new long[] {2, 2}, DType.FLOAT64))))
                .isEqualTo(
                        "mul((3) float32, (2, 2) float64): The size of tensor a (3) must match the size of tensor b (2)"
                                + " at non-singleton dimension 1");
        assertThat(messageOf(() -> Torch.conv2d(Torch.ones(1, 3, 8, 8), Torch.ones(4, 2, 3, 3))))
                .startsWith("conv2d((1, 3, 8, 8) float32, (4, 2, 3, 3) float32, absent): ");
        assertThat(messageOf(() -> Tensor.of(1, 2, 3).view(2, 2))).startsWith("view((3) float32): shape '[2, 2]'");
        assertThat(messageOf(() -> Torch.zeros(-1))).startsWith("zeros(): ");
    }

    @Test
    void aWrongDtypeIsTold() {
        Tensor integers = Tensor.of(new long[] {1, 2}, 2);
        assertThat(messageOf(() -> Tensor.of(1, 2).dot(integers)))
                .startsWith("dot((2) float32, (2) int64): dot : expected both vectors to have same dtype");
        assertThat(messageOf(() -> integers.add_(1.5)))
                .isEqualTo("add_((2) int64): result type Float can't be cast to the desired output type Long");
        assertThat(messageOf(integers::requires_grad_))
                .startsWith("requires_grad_((2) int64): Only Tensors of floating");
        assertThat(integers.toLongArray()).containsExactly(1, 2);
    }

    @Test
    void aWrongNumberOrTextIsTold() {
        Tensor x = Tensor.of(1, 2, 3);
        assertThat(messageOf(() -> x.select(0, 3)))
                .startsWith("select((3) float32): ")
                .contains("out of range");
        assertThat(messageOf(() -> x.softmax(1))).contains("Dimension out of range");
        assertThat(messageOf(() -> x.gelu("sigmoid"))).startsWith("gelu((3) float32): approximate argument");
        assertThat(messageOf(() -> Torch.embedding(Torch.zeros(3, 2), Tensor.of(new long[] {7}, 1))))
                .isEqualTo("embedding((3, 2) float32, (1) int64): index out of range in self");
        assertThat(messageOf(x::item)).startsWith("item((3) float32): ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Torch.zeros(1, 1, 4, 4).max_pool2d(new long[] {2, 2, 2}, 1))
                .withMessage("expected 1 or 2 numbers, got 3");
    }

    /** Below -2^62, libtorch takes an integer for the address of a symbolic one. */
    @Test
    void integersThatLibtorchWouldTakeForPointersAreRefused() {
        Tensor x = Tensor.of(1, 2, 3);
        String message = "the number -9223372036854775808 is out of range";
        assertThat(messageOf(() -> x.narrow(0, Long.MIN_VALUE, 1))).endsWith(message);
        assertThat(messageOf(() -> x.slice(0, Long.MIN_VALUE, 2))).endsWith(message);
        assertThat(messageOf(() -> x.view(1, Long.MIN_VALUE))).endsWith(message);
        assertThat(messageOf(() -> Torch.zeros(Long.MIN_VALUE))).endsWith(message);
        assertThat(messageOf(() -> x.select(0, -(1L << 62) - 1))).endsWith("is out of range");
        assertThat(messageOf(() -> x.select(0, -(1L << 62)))).contains("index -4611686018427387904 out of range");
        assertThat(x.slice(0, -(1L << 62), Long.MAX_VALUE).toFloatArray()).containsExactly(1, 2, 3);
    }

    @Test
    void aDeviceThatIsNotThereIsTold() {
        assumeFalse(Cuda.isAvailable(), "this machine has a GPU");
        Tensor x = Tensor.of(1);
        List<ThrowingCallable> calls = List.of(
                () -> x.to(Device.cuda(0)),
                () -> Torch.zeros(new long[] {2}, DType.FLOAT32, Device.cuda(0)),
                () -> new Generator(Device.cuda(0)).seed(1),
                () -> Cuda.deviceName(0),
                () -> Cuda.synchronize(Device.cuda(0)));
        for (ThrowingCallable call : calls) {
            assertThatIllegalArgumentException()
                    .isThrownBy(call)
                    .withMessageMatching("there is no GPU cuda:0: the libtorch in .* (is a CPU build|sees none .*)");
        }
    }

    @Test
    void runningOutOfMemoryIsAnException() {
        assertThat(messageOf(() -> Torch.empty(1L << 50)))
                .startsWith("empty(): ")
                .contains("DefaultCPUAllocator: can't allocate memory: you tried to allocate 4503599627370496 bytes");
        assertThat(messageOf(() -> Torch.empty(1L << 40, 1L << 40))).contains("Storage size calculation overflowed");
        assertThat(Tensor.of(1).add(1).item()).isEqualTo(2);
    }

    /** By a std::vector of as many tensors. AddressSanitizer would end the process: make sanitize leaves it out. */
    @Test
    void operatorNewThatFailsIsAnException() {
        assertThat(messageOf(() -> Torch.zeros(1L << 45, 0).unbind()))
                .isEqualTo("unbind((35184372088832, 0) float32): out of memory (std::bad_alloc)");
        assertThat(Tensor.of(1).add(1).item()).isEqualTo(2);
    }

    @Test
    void operandsInListsAreDescribed() {
        Tensor x = Torch.ones(2, 3);
        assertThat(messageOf(() -> Torch.cat(List.of(x, Torch.ones(3)))))
                .startsWith("cat([(2, 3) float32, (3) float32]): ");
        assertThat(messageOf(() -> Torch.stack(List.of()))).startsWith("stack([]): ");
        List<Tensor> many = new ArrayList<>(Collections.nCopies(9, x));
        many.add(Torch.ones(1));
        assertThat(messageOf(() -> Torch.stack(many))).startsWith("stack([(2, 3) float32, ... 9 more]): ");
    }

    @Test
    void aFailureOfTheBackwardPassIsAnException() {
        Tensor x = Tensor.of(1, 2).requires_grad_();
        Tensor exponential = x.mul(1).exp();
        Tensor sum = exponential.exp().sum();
        exponential.mul_(2);
        assertThat(messageOf(sum::backward))
                .startsWith("backward([() float32]): ")
                .contains("modified by an inplace operation");
        assertThat(messageOf(() -> x.add_(1))).contains("a leaf Variable that requires grad");
        assertThat(messageOf(() -> Autograd.grad(Tensor.of(1), List.of(x))))
                .startsWith("grad([(1) float32], [(2) float32]): ");
        assertThat(messageOf(() -> x.mul(2).backward())).contains("only for scalar outputs");
    }

    /** Each has a message of one line: with backtraces, of 3 ms each, this test alone would take a minute. */
    @Test
    void errorsAreCheapEnoughToMakeManyOfThem() {
        Tensor x = Tensor.of(1, 2, 3);
        Tensor y = Tensor.of(1, 2);
        for (int i = 0; i < 20_000; i++) {
            try {
                x.mul(y);
                throw new AssertionError("no exception");
            } catch (TorchException e) {
                if (e.getMessage().lines().count() != 1) {
                    throw new AssertionError("more than a line", e);
                }
            }
        }
        assertThat(messageOf(() -> x.mul(y))).endsWith("at non-singleton dimension 0");
    }

    @Test
    void eachThreadGetsTheMessageOfItsOwnError() throws Exception {
        int threads = 4;
        try (var pool = Executors.newFixedThreadPool(threads)) {
            List<Callable<Void>> tasks = IntStream.range(0, threads)
                    .<Callable<Void>>mapToObj(thread -> () -> {
                        int size = 10 + thread;
                        for (int i = 0; i < 2000; i++) {
                            try (var _ = TensorScope.open()) {
                                assertThat(messageOf(() -> Torch.ones(size).mul(Torch.ones(2))))
                                        .contains("(%d) float32".formatted(size), "tensor a (%d)".formatted(size));
                            }
                        }
                        return null;
                    })
                    .toList();
            for (Future<Void> task : pool.invokeAll(tasks)) {
                task.get();
            }
        }
    }

    @Test
    void aMissingOperandIsANullPointerExceptionAndNothingElse() {
        Tensor x = Tensor.of(1);
        assertThatExceptionOfType(NullPointerException.class).isThrownBy(() -> x.mul((Tensor) null));
        assertThatExceptionOfType(NullPointerException.class).isThrownBy(() -> Torch.cat(Arrays.asList(x, null)));
        assertThatExceptionOfType(NullPointerException.class).isThrownBy(() -> x.gelu((String) null));
    }
}
