package org.gatun.benchmarks.javacpp;

import org.bytedeco.pytorch.Tensor;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The product of two tensors of 4 floats in a JVM that compiles nothing. */
@State(Scope.Thread)
@Fork(jvmArgsAppend = "-Xint")
public class Interpreted {

    private final Tensor a = Tensor.create(1f, 2f, 3f, 4f);

    @Benchmark
    public void interpreted() {
        a.mul(a).close();
    }
}
