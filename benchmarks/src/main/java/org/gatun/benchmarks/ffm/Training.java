package org.gatun.benchmarks.ffm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatun.optim.Adam;
import org.gatun.torch.Autograd;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A two-layer net of width 64 on a batch of 8. The learning rate is 0: the numbers stay what they are. */
@State(Scope.Thread)
public class Training {

    private final Tensor x = Torch.randn(8, 64);
    private final Tensor target = Torch.randn(8, 64);
    private final Tensor w1 = Torch.randn(64, 64).requires_grad_(true);
    private final Tensor b1 = Torch.randn(64).requires_grad_(true);
    private final Tensor w2 = Torch.randn(64, 64).requires_grad_(true);
    private final Tensor b2 = Torch.randn(64).requires_grad_(true);
    private final List<Tensor> parameters = List.of(w1, b1, w2, b2);
    private final Adam adam = adamW();
    private final List<Tensor> grads = forwardBackward();

    private Adam adamW() {
        Map<String, Tensor> named = new LinkedHashMap<>();
        parameters.forEach(parameter -> named.put("p" + named.size(), parameter));
        return new Adam(0, 0.9, 0.999, 1e-8).add(named, 0.01);
    }

    private List<Tensor> forwardBackward() {
        Tensor hidden = Torch.linear(x, w1, b1).relu();
        Tensor loss = Torch.linear(hidden, w2, b2).mse_loss(target);
        return Autograd.grad(loss, parameters);
    }

    @Benchmark
    public void net() {
        try (TensorScope _ = TensorScope.open()) {
            forwardBackward();
        }
    }

    @Benchmark
    public void optimizer() {
        adam.step(grads);
    }

    @Benchmark
    public void trainStep() {
        try (TensorScope _ = TensorScope.open()) {
            adam.step(forwardBackward());
        }
    }
}
