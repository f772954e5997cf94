package org.gatun.benchmarks.djl;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A call that is recorded for gradients, which DJL does while a collector is open. */
@State(Scope.Thread)
public class Recording {

    private final NDManager manager = NDManager.newBaseManager();
    private final NDArray parameter = manager.create(new float[] {1, 2, 3, 4});
    private final NDArray b = manager.create(new float[] {5, 6, 7, 8});
    private GradientCollector collector;

    @Setup
    public void record() {
        parameter.setRequiresGradient(true);
        collector = Engine.getInstance().newGradientCollector();
    }

    @TearDown
    public void stop() {
        collector.close();
    }

    @Benchmark
    public void mul4Grad() {
        parameter.mul(b).close();
    }
}
