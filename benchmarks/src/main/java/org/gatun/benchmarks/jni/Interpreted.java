package org.gatun.benchmarks.jni;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The product of two tensors of 4 floats in a JVM that compiles nothing. */
@State(Scope.Thread)
@Fork(jvmArgsAppend = "-Xint")
public class Interpreted {

    private final long a = Jni.copyOf(new float[] {1, 2, 3, 4});

    @Benchmark
    public void interpreted() {
        Jni.delete(Jni.mul(a, a));
    }
}
