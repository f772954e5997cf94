package org.gatun.benchmarks.ffm;

import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** 1,000 tensors, released by the scope that owns them. */
@State(Scope.Thread)
public class Scopes {

    private TensorScope scope;

    @Setup(Level.Invocation)
    public void open() {
        scope = TensorScope.open();
        for (int i = 0; i < 1000; i++) {
            Torch.empty(4);
        }
    }

    @Benchmark
    public void scope() {
        scope.close();
    }
}
