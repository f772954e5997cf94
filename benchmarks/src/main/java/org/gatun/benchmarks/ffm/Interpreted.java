package org.gatun.benchmarks.ffm;

import org.gatun.torch.Tensor;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The product of two tensors of 4 floats in a JVM that compiles nothing. */
@State(Scope.Thread)
@Fork(jvmArgsAppend = "-Xint")
public class Interpreted {

    private final Tensor a = Tensor.of(1, 2, 3, 4);

    @Benchmark
    public void interpreted() {
        a.mul(a).close();
    }
}
