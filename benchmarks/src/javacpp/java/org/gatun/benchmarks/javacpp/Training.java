package org.gatun.benchmarks.javacpp;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AdamW;
import org.bytedeco.pytorch.AdamWOptions;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A two-layer net of width 64 on a batch of 8, learning rate 0. The optimizer is libtorch's for C++, which has no fused step. */
@State(Scope.Thread)
public class Training {

    private final Tensor x = torch.randn(8, 64);
    private final Tensor target = torch.randn(8, 64);
    private final Tensor w1 = torch.randn(64, 64).requires_grad_(true);
    private final Tensor b1 = torch.randn(64).requires_grad_(true);
    private final Tensor w2 = torch.randn(64, 64).requires_grad_(true);
    private final Tensor b2 = torch.randn(64).requires_grad_(true);
    private final TensorOptional bias1 = new TensorOptional(b1);
    private final TensorOptional bias2 = new TensorOptional(b2);
    private final AdamW adam = new AdamW(new TensorVector(w1, b1, w2, b2), new AdamWOptions(0.0));

    public Training() {
        forwardBackward();
    }

    private void forwardBackward() {
        Tensor hidden = torch.linear(x, w1, bias1).relu();
        Tensor loss = torch.mse_loss(torch.linear(hidden, w2, bias2), target);
        loss.backward();
    }

    @Benchmark
    public void net() {
        try (PointerScope _ = new PointerScope()) {
            adam.zero_grad();
            forwardBackward();
        }
    }

    @Benchmark
    public void optimizer() {
        try (PointerScope _ = new PointerScope()) {
            adam.step();
        }
    }

    @Benchmark
    public void trainStep() {
        try (PointerScope _ = new PointerScope()) {
            adam.zero_grad();
            forwardBackward();
            adam.step();
        }
    }
}
