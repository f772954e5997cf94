package org.gatun.benchmarks.floor;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A two-layer net of width 64. */
@State(Scope.Thread)
public class Training {

    private final FloorLoop net = new FloorLoop("net");
    private final FloorLoop optimizer = new FloorLoop("optimizer");
    private final FloorLoop trainStep = new FloorLoop("train_step");

    @Benchmark
    @OperationsPerInvocation(FloorLoop.CALLS)
    public void net() {
        net.run();
    }

    @Benchmark
    @OperationsPerInvocation(FloorLoop.CALLS)
    public void optimizer() {
        optimizer.run();
    }

    @Benchmark
    @OperationsPerInvocation(FloorLoop.CALLS)
    public void trainStep() {
        trainStep.run();
    }
}
