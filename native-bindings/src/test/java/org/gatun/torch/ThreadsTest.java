package org.gatun.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ThreadsTest {

    private static final int THREADS = 8;

    @Test
    void manyThreadsInferAtOnceWithTheSameWeights() throws Exception {
        long live = Tensor.liveCount();
        try (Tensor weight = Tensor.of(Literal.wave(0, 32, 32).values(), 32, 32);
                var pool = Executors.newFixedThreadPool(THREADS)) {
            Callable<double[]> inference = () -> {
                double[] output = null;
                for (int i = 0; i < 50; i++) {
                    try (var _ = TensorScope.open();
                            var _ = Autograd.noGrad()) {
                        Tensor x = Tensor.of(Literal.wave(1, 4, 32).values(), 4, 32);
                        output = x.matmul(weight).softmax(-1).matmul(weight).toDoubleArray();
                    }
                }
                return output;
            };
            double[] expected = inference.call();
            for (Future<double[]> output : pool.invokeAll(Collections.nCopies(THREADS, inference))) {
                assertThat(output.get()).isEqualTo(expected);
            }
        }
        assertThat(Tensor.liveCount()).isEqualTo(live);
    }

    @Test
    void gradModeAndAutocastAreTheThreadsOwn() throws Exception {
        CyclicBarrier all = new CyclicBarrier(THREADS);
        try (var pool = Executors.newFixedThreadPool(THREADS)) {
            List<Callable<Void>> tasks = IntStream.range(0, THREADS)
                    .<Callable<Void>>mapToObj(i -> () -> {
                        try (var _ = i % 2 == 0 ? Autograd.noGrad() : Autograd.enableGrad();
                                var _ = i % 4 < 2
                                        ? Autocast.open(DeviceType.CPU, DType.BFLOAT16)
                                        : Autocast.disable(DeviceType.CPU);
                                var _ = TensorScope.open()) {
                            all.await();
                            Tensor product = Torch.ones(2, 2).requires_grad_().matmul(Torch.ones(2, 2));
                            assertThat(product.requiresGrad()).isEqualTo(i % 2 != 0);
                            assertThat(product.dtype()).isEqualTo(i % 4 < 2 ? DType.BFLOAT16 : DType.FLOAT32);
                            all.await();
                        }
                        return null;
                    })
                    .toList();
            for (Future<Void> task : pool.invokeAll(tasks)) {
                task.get();
            }
        }
        assertThat(Autograd.isGradEnabled()).isTrue();
        assertThat(Autocast.isEnabled(DeviceType.CPU)).isFalse();
    }

    @Test
    void virtualThreadsAreRefusedWhatBelongsToNativeThreads() throws Exception {
        List<ThrowingCallable> refused = List.of(
                TensorScope::open,
                Autograd::noGrad,
                Autograd::enableGrad,
                () -> Autocast.open(DeviceType.CPU, DType.BFLOAT16),
                () -> Autocast.disable(DeviceType.CPU));
        try (var virtual = Executors.newVirtualThreadPerTaskExecutor()) {
            for (ThrowingCallable call : refused) {
                virtual.submit(() -> assertThatIllegalStateException()
                                .isThrownBy(call)
                                .withMessageEndingWith("belongs to a platform thread; this is a virtual thread"))
                        .get();
            }
        }
    }

    @Test
    void virtualThreadsMayCallOperators() throws Exception {
        long live = Tensor.liveCount();
        try (var virtual = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Double>> sums = IntStream.range(0, 100)
                    .mapToObj(i -> virtual.submit(() -> {
                        try (Tensor x = Tensor.of(i, 1);
                                Tensor sum = x.sum()) {
                            return sum.item();
                        }
                    }))
                    .toList();
            for (int i = 0; i < sums.size(); i++) {
                assertThat(sums.get(i).get()).isEqualTo(i + 1);
            }
        }
        assertThat(Tensor.liveCount()).isEqualTo(live);
    }

    @Test
    void theNumberOfThreadsOfAnOperatorCanBeSet() throws Exception {
        int before = LibTorch.numThreads();
        assertThat(before).isPositive();
        try {
            LibTorch.setNumThreads(1);
            assertThat(LibTorch.numThreads()).isEqualTo(1);
        } finally {
            LibTorch.setNumThreads(before);
        }
        assertThat(LibTorch.numInteropThreads()).isPositive();
    }
}
