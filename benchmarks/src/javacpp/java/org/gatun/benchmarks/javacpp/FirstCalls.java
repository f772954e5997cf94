package org.gatun.benchmarks.javacpp;

import org.bytedeco.pytorch.Tensor;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The first call of an operator in a JVM in which another one has run. */
@State(Scope.Thread)
public class FirstCalls {

    private final Tensor a = Tensor.create(1f, 2f, 3f, 4f);

    @Benchmark
    public void firstCall() {
        a.mul(a).close();
    }
}
