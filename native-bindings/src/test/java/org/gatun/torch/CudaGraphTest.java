package org.gatun.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf(value = "org.gatun.torch.Cuda#isAvailable", disabledReason = "there is no GPU")
class CudaGraphTest {

    private static final Device GPU = Device.cuda(0);

    private TensorScope scope;

    @BeforeEach
    void open() {
        scope = TensorScope.open();
    }

    @AfterEach
    void close() {
        scope.close();
    }

    private static Tensor onGpu(float... values) {
        return Tensor.of(values).to(GPU);
    }

    @Test
    void aReplayReadsNewInputsAndWritesTheSameResult() {
        CudaStream stream = CudaStream.fromPool(GPU);
        Tensor x = onGpu(1, 2, 3);
        Tensor y = Torch.zeros(new long[] {3}, DType.FLOAT32, GPU);
        try (CudaStream.Guard _ = stream.makeCurrent()) {
            y.copy_(x.mul(2)); // before the capture
        }
        try (CudaGraph graph = CudaGraph.capture(stream, () -> y.copy_(x.mul(2)))) {
            x.copy_(onGpu(10, 20, 30));
            Cuda.synchronize(GPU);
            graph.replay();
            stream.synchronize();
            assertThat(y.toFloatArray()).containsExactly(20, 40, 60);
        }
    }

    @Test
    void aReplayGoesOnWithRandomNumbers() {
        CudaStream stream = CudaStream.fromPool(GPU);
        Tensor drawn = Torch.zeros(new long[] {1000}, DType.FLOAT32, GPU);
        try (CudaStream.Guard _ = stream.makeCurrent()) {
            drawn.uniform_(0, 1);
        }
        try (CudaGraph graph = CudaGraph.capture(stream, () -> drawn.uniform_(0, 1))) {
            new Generator(GPU).seed(5);
            float[] first = replayed(graph, stream, drawn);
            float[] second = replayed(graph, stream, drawn);
            assertThat(second).isNotEqualTo(first);
            new Generator(GPU).seed(5);
            assertThat(replayed(graph, stream, drawn)).isEqualTo(first);
            assertThat(replayed(graph, stream, drawn)).isEqualTo(second);
        }
    }

    private static float[] replayed(CudaGraph graph, CudaStream stream, Tensor result) {
        graph.replay();
        stream.synchronize();
        return result.toFloatArray();
    }

    @Test
    void twoGraphsCanShareAPool() {
        CudaStream stream = CudaStream.fromPool(GPU);
        Tensor x = onGpu(1, 2);
        try (CudaStream.Guard _ = stream.makeCurrent()) {
            x.add_(0);
        }
        try (CudaGraph first = CudaGraph.capture(stream, () -> x.add_(1));
                CudaGraph second = CudaGraph.capture(stream, first, () -> x.mul_(2))) {
            first.replay();
            second.replay();
            stream.synchronize();
            assertThat(x.toFloatArray()).containsExactly(4, 6);
        }
    }

    @Test
    void readingAResultInACaptureIsRefusedAndTheGpuStaysUsable() {
        CudaStream stream = CudaStream.fromPool(GPU);
        Tensor x = onGpu(1);
        assertThatExceptionOfType(TorchException.class)
                .isThrownBy(() -> CudaGraph.capture(stream, () -> x.mul(2).item()));
        assertThat(x.mul(3).item()).isEqualTo(3);
    }

    @Test
    void theDefaultStreamIsNotCaptured() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CudaGraph.capture(CudaStream.defaultOf(GPU), () -> {}))
                .withMessageStartingWith("the default stream can't be captured");
    }

    /** Forward, backward and Adam, captured, against the same steps run one by one. */
    @Test
    void aCapturedTrainingStepLearnsAsTheEagerOneDoes() {
        double[] eager = train(CapturedStep::eager);
        double[] captured = train(work -> CapturedStep.onGraph(GPU, 3, work));
        assertThat(captured).containsExactly(eager, within(1e-5));
        assertThat(captured[captured.length - 1]).isLessThan(captured[0]);
    }

    private interface Kind {
        CapturedStep of(UnaryOperator<List<Tensor>> work);
    }

    private double[] train(Kind kind) {
        Generator.manualSeed(3);
        Tensor x = Torch.randn(new long[] {64, 16}, DType.FLOAT32, GPU);
        Tensor target = x.narrow(1, 0, 1).tanh();
        Tensor w = Torch.randn(new long[] {1, 16}, DType.FLOAT32, GPU).mul(0.1).requires_grad_();
        List<Tensor> first = List.of(Torch.zeros(new long[] {1, 16}, DType.FLOAT32, GPU));
        List<Tensor> second = List.of(Torch.zeros(new long[] {1, 16}, DType.FLOAT32, GPU));
        List<Tensor> steps = List.of(Torch.zeros(new long[0], DType.FLOAT32, GPU));
        double[] losses = new double[20];
        try (CapturedStep step = kind.of(inputs -> {
            Tensor loss = Torch.linear(inputs.get(0), w).mse_loss(inputs.get(1));
            List<Tensor> grads = Autograd.grad(loss, List.of(w));
            try (var _ = Autograd.noGrad()) {
                Torch._foreach_add_(steps, 1);
                Torch._fused_adamw_(
                        List.of(w), grads, first, second, List.of(), steps, 0.05, 0.9, 0.95, 0, 1e-8, false, false);
            }
            return List.of(loss.detach());
        })) {
            for (int i = 0; i < losses.length; i++) {
                losses[i] = step.run(List.of(x, target)).getFirst().item();
            }
            assertThat(step.captureFailure()).isEmpty();
        }
        return losses;
    }
}
