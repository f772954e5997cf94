package org.gatun.benchmarks.ffm;

import java.util.List;
import java.util.stream.Stream;
import org.gatun.torch.Autograd;
import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * A two-layer net of width 64 on a batch of 8, and AdamW's fused step, as the floor makes it: the class {@code Adam} of {@code model}
 * also leaves out a step whose gradients are not finite. The learning rate is 0: the numbers stay what they are.
 */
@State(Scope.Thread)
public class Training {

    private final Tensor x = Torch.randn(8, 64);
    private final Tensor target = Torch.randn(8, 64);
    private final Tensor w1 = Torch.randn(64, 64).requires_grad_(true);
    private final Tensor b1 = Torch.randn(64).requires_grad_(true);
    private final Tensor w2 = Torch.randn(64, 64).requires_grad_(true);
    private final Tensor b2 = Torch.randn(64).requires_grad_(true);
    private final List<Tensor> parameters = List.of(w1, b1, w2, b2);
    private final List<Tensor> expAvgs =
            parameters.stream().map(Tensor::zeros_like).toList();
    private final List<Tensor> expAvgSqs =
            parameters.stream().map(Tensor::zeros_like).toList();
    private final List<Tensor> steps = Stream.generate(() -> Torch.zeros(new long[0], DType.FLOAT32, Device.CPU))
            .limit(parameters.size())
            .toList();
    private final List<Tensor> grads = forwardBackward();

    private List<Tensor> forwardBackward() {
        Tensor hidden = Torch.linear(x, w1, b1).relu();
        Tensor loss = Torch.linear(hidden, w2, b2).mse_loss(target);
        return Autograd.grad(loss, parameters);
    }

    private void step(List<Tensor> gradients) {
        try (var _ = Autograd.noGrad()) {
            Torch._foreach_add_(steps, 1);
            Torch._fused_adamw_(
                    parameters,
                    gradients,
                    expAvgs,
                    expAvgSqs,
                    List.of(),
                    steps,
                    0,
                    0.9,
                    0.999,
                    0.01,
                    1e-8,
                    false,
                    false);
        }
    }

    @Benchmark
    public void net() {
        try (TensorScope _ = TensorScope.open()) {
            forwardBackward();
        }
    }

    @Benchmark
    public void optimizer() {
        step(grads);
    }

    @Benchmark
    public void trainStep() {
        try (TensorScope _ = TensorScope.open()) {
            step(forwardBackward());
        }
    }
}
