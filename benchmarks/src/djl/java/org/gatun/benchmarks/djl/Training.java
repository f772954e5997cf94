package org.gatun.benchmarks.djl;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Linear;
import ai.djl.training.GradientCollector;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A two-layer net of width 64 on a batch of 8. The learning rate is 0: the numbers stay what they are. */
@State(Scope.Thread)
public class Training {

    private final NDManager manager = NDManager.newBaseManager();
    private final NDArray x = random(8, 64);
    private final NDArray target = random(8, 64);
    private final NDArray w1 = random(64, 64);
    private final NDArray b1 = random(64);
    private final NDArray w2 = random(64, 64);
    private final NDArray b2 = random(64);
    private final List<NDArray> parameters = List.of(w1, b1, w2, b2);
    private final Optimizer adam = Optimizer.adamW()
            .optLearningRateTracker(Tracker.fixed(0))
            .optWeightDecays(0.01f)
            .build();

    public Training() {
        parameters.forEach(parameter -> parameter.setRequiresGradient(true));
        forwardBackward();
    }

    private NDArray random(long... shape) {
        return manager.randomNormal(new Shape(shape));
    }

    /** A collector sets the gradients to zero when it is made. */
    private void forwardBackward() {
        try (NDManager results = manager.newSubManager();
                GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            NDArray input = x.duplicate();
            input.attach(results);
            NDArray hidden = Activation.relu(Linear.linear(input, w1, b1).singletonOrThrow());
            NDArray y = Linear.linear(hidden, w2, b2).singletonOrThrow();
            collector.backward(y.sub(target).square().mean());
        }
    }

    private void step() {
        for (int i = 0; i < parameters.size(); i++) {
            try (NDArray gradient = parameters.get(i).getGradient()) {
                adam.update(Integer.toString(i), parameters.get(i), gradient);
            }
        }
    }

    @Benchmark
    public void net() {
        forwardBackward();
    }

    @Benchmark
    public void optimizer() {
        step();
    }

    @Benchmark
    public void trainStep() {
        forwardBackward();
        step();
    }
}
