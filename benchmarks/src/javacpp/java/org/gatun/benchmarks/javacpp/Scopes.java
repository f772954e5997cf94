package org.gatun.benchmarks.javacpp;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.global.torch;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** 1,000 tensors, released by the scope that owns them. */
@State(Scope.Thread)
public class Scopes {

    private PointerScope scope;

    @Setup(Level.Invocation)
    public void open() {
        scope = new PointerScope();
        for (int i = 0; i < 1000; i++) {
            torch.empty(4);
        }
    }

    @Benchmark
    public void scope() {
        scope.close();
    }
}
