package org.gatun.benchmarks.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The product of two tensors of 4 floats in a JVM that compiles nothing. */
@State(Scope.Thread)
@Fork(jvmArgsAppend = "-Xint")
public class Interpreted {

    private final NDArray a = NDManager.newBaseManager().create(new float[] {1, 2, 3, 4});

    @Benchmark
    public void interpreted() {
        a.mul(a).close();
    }
}
