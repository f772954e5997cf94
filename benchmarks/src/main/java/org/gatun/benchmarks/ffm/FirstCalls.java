package org.gatun.benchmarks.ffm;

import org.gatun.torch.Tensor;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The first call of an operator in a JVM in which another one has run. */
@State(Scope.Thread)
public class FirstCalls {

    private final Tensor a = Tensor.of(1, 2, 3, 4);

    @Benchmark
    public void firstCall() {
        a.mul(a).close();
    }
}
