package org.gatun.benchmarks.djl;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** 1,000 tensors, released by the manager that owns them. */
@State(Scope.Thread)
public class Scopes {

    private final NDManager manager = NDManager.newBaseManager();
    private NDManager scope;

    @Setup(Level.Invocation)
    public void open() {
        scope = manager.newSubManager();
        for (int i = 0; i < 1000; i++) {
            scope.create(new Shape(4));
        }
    }

    @Benchmark
    public void scope() {
        scope.close();
    }
}
