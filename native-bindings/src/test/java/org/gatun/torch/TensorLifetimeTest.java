package org.gatun.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.lang.foreign.Arena;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Operators on closed operands stand in the operator tables; here is all else. */
class TensorLifetimeTest {

    @TestFactory
    Stream<DynamicTest> everyUseAfterCloseIsAnIllegalState() {
        Map<String, Consumer<Tensor>> uses = Map.ofEntries(
                Map.entry("dim", Tensor::dim),
                Map.entry("numel", Tensor::numel),
                Map.entry("size", t -> t.size(0)),
                Map.entry("stride", t -> t.stride(0)),
                Map.entry("shape", Tensor::shape),
                Map.entry("strides", Tensor::strides),
                Map.entry("dtype", Tensor::dtype),
                Map.entry("device", Tensor::device),
                Map.entry("requiresGrad", Tensor::requiresGrad),
                Map.entry("isContiguous", Tensor::isContiguous),
                Map.entry("dataPointer", Tensor::dataPointer),
                Map.entry("item", Tensor::item),
                Map.entry("itemLong", Tensor::itemLong),
                Map.entry("segment", Tensor::segment),
                Map.entry("segment of an arena", t -> t.segment(Arena.global())),
                Map.entry("toFloatArray", Tensor::toFloatArray),
                Map.entry("toDoubleArray", Tensor::toDoubleArray),
                Map.entry("toLongArray", Tensor::toLongArray),
                Map.entry("toIntArray", Tensor::toIntArray),
                Map.entry("alias", Tensor::alias),
                Map.entry("clone", Tensor::clone),
                Map.entry("to a device", t -> t.to(Device.CPU)),
                Map.entry("grad", Tensor::grad),
                Map.entry("clearGrad", Tensor::clearGrad),
                Map.entry("backward", Tensor::backward),
                Map.entry("Autograd.grad of it", t -> Autograd.grad(t, List.of())),
                Map.entry("Generator.setState", t -> new Generator(Device.CPU).setState(t)));
        return uses.entrySet().stream()
                .map(use -> dynamicTest(use.getKey(), () -> {
                    Tensor closed = Tensor.of(1);
                    closed.close();
                    long live = Tensor.liveCount();
                    assertThatIllegalStateException()
                            .isThrownBy(() -> use.getValue().accept(closed))
                            .withMessage("the tensor is closed");
                    assertThat(Tensor.liveCount()).isEqualTo(live);
                }));
    }

    @Test
    void closingTwiceDoesNothing() {
        long live = Tensor.liveCount();
        Tensor tensor = Tensor.of(1);
        assertThat(tensor.isClosed()).isFalse();
        tensor.close();
        tensor.close();
        assertThat(tensor.isClosed()).isTrue();
        assertThat(tensor).hasToString("Tensor[closed]");
        assertThat(Tensor.liveCount()).isEqualTo(live);
    }

    @Test
    void viewsAndAliasesOutliveTheirTensor() {
        Tensor tensor = Tensor.of(1, 2, 3);
        try (Tensor alias = tensor.alias();
                Tensor view = tensor.narrow(0, 1, 2)) {
            tensor.close();
            assertThat(alias.toFloatArray()).containsExactly(1, 2, 3);
            assertThat(view.toFloatArray()).containsExactly(2, 3);
        }
    }

    @Test
    void anAliasHasTheSameHistory() {
        try (var _ = TensorScope.open()) {
            Tensor x = Tensor.of(3).requires_grad_();
            Tensor alias = x.alias();
            alias.square().backward();
            assertThat(x.grad().item()).isEqualTo(6);
            assertThat(alias.grad().item()).isEqualTo(6);
        }
    }

    @Test
    void theLiveCountIsExactWithManyThreads() throws Exception {
        long live = Tensor.liveCount();
        int threads = 8;
        CountDownLatch allOpen = new CountDownLatch(threads);
        try (var pool = Executors.newFixedThreadPool(threads)) {
            List<Future<Long>> counts = IntStream.range(0, threads)
                    .mapToObj(_ -> pool.submit(() -> {
                        try (var _ = TensorScope.open()) {
                            for (int i = 0; i < 1000; i++) {
                                Tensor.of(i);
                            }
                            allOpen.countDown();
                            allOpen.await();
                            return Tensor.peakCount();
                        }
                    }))
                    .toList();
            for (Future<Long> count : counts) {
                assertThat(count.get()).isGreaterThanOrEqualTo(live + threads * 1000L);
            }
        }
        assertThat(Tensor.liveCount()).isEqualTo(live);
    }

    @Test
    void thePeakCountIsTheLargestSinceItsReset() {
        Tensor.resetPeakCount();
        long live = Tensor.liveCount();
        assertThat(Tensor.peakCount()).isEqualTo(live);
        try (var _ = TensorScope.open()) {
            for (int i = 0; i < 10; i++) {
                Tensor.of(i);
            }
        }
        Tensor.of(1).close();
        assertThat(Tensor.peakCount()).isEqualTo(live + 10);
        Tensor.resetPeakCount();
        assertThat(Tensor.peakCount()).isEqualTo(live);
    }
}
