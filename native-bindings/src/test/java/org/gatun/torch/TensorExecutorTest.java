package org.gatun.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ClosesItsTensors.class)
class TensorExecutorTest {

    @Test
    void virtualThreadsInferThroughIt() throws Exception {
        try (Tensor weight = Tensor.of(Literal.wave(0, 16, 16).values(), 16, 16).requires_grad_();
                TensorExecutor executor = TensorExecutor.ofThreads(2);
                var virtual = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<double[]> request = () -> executor.noGrad(scope -> {
                        Tensor output = weight.narrow(0, 0, 4).matmul(weight).softmax(-1);
                        assertThat(output.requiresGrad()).isFalse();
                        return output.toDoubleArray();
                    })
                    .get();
            double[] expected = request.call();
            List<Future<double[]>> answers = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                answers.add(virtual.submit(request));
            }
            for (Future<double[]> answer : answers) {
                assertThat(answer.get()).isEqualTo(expected);
            }
        }
    }

    @Test
    void eachTaskHasItsOwnGradMode() throws Exception {
        try (TensorExecutor executor = TensorExecutor.ofThreads(1)) {
            assertThat(executor.enableGrad(_ -> Autograd.isGradEnabled()).get()).isTrue();
            assertThat(executor.noGrad(_ -> Autograd.isGradEnabled()).get()).isFalse();
            assertThat(executor.enableGrad(_ -> {
                                Tensor x = Tensor.of(3).requires_grad_();
                                return Autograd.grad(x.mul(x), List.of(x))
                                        .getFirst()
                                        .item();
                            })
                            .get())
                    .isEqualTo(6);
        }
    }

    @Test
    void aTaskMayKeepItsResult() throws Exception {
        try (TensorExecutor executor = TensorExecutor.ofThreads(1);
                Tensor sum = executor.noGrad(
                                scope -> scope.keep(Torch.ones(3).add(1).sum()))
                        .get()) {
            assertThat(sum.item()).isEqualTo(6);
        }
    }

    @Test
    void aTaskThatFailsLeavesTheThreadAsItWas() throws Exception {
        try (TensorExecutor executor = TensorExecutor.ofThreads(1)) {
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> executor.noGrad(scope -> Torch.ones(2).matmul(Torch.ones(3)))
                            .get())
                    .withCauseInstanceOf(TorchException.class);
            assertThat(executor.enableGrad(TensorScope::size).get()).isZero();
        }
    }

    @Test
    void precisionsMixSideBySide() throws Exception {
        try (TensorExecutor executor = TensorExecutor.ofThreads(3)) {
            List<Future<DType>> products = new ArrayList<>();
            List<DType> types = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                DType type =
                        List.of(DType.FLOAT32, DType.FLOAT64, DType.BFLOAT16).get(i % 3);
                types.add(type);
                products.add(executor.noGrad(scope -> {
                    Tensor x = Torch.ones(new long[] {8, 8}, type, Device.CPU);
                    for (int step = 0; step < 20; step++) {
                        x = x.matmul(x).mul(0.125);
                    }
                    assertThat(x.sum().item()).isEqualTo(64);
                    return x.dtype();
                }));
            }
            for (int i = 0; i < types.size(); i++) {
                assertThat(products.get(i).get()).isEqualTo(types.get(i));
            }
        }
    }
}
