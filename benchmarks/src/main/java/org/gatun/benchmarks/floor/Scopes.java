package org.gatun.benchmarks.floor;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** 1,000 tensors, released one by one in C++. */
@State(Scope.Thread)
public class Scopes {

    private final FloorLoop fill = new FloorLoop("scope_fill");
    private final FloorLoop release = new FloorLoop("scope");

    @Setup(Level.Invocation)
    public void open() {
        fill.run(1);
    }

    @Benchmark
    public void scope() {
        release.run(1);
    }
}
