package org.gatun.benchmarks.jni;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The first call of an operator in a JVM in which another one has run. */
@State(Scope.Thread)
public class FirstCalls {

    private final long a = Jni.copyOf(new float[] {1, 2, 3, 4});

    @Benchmark
    public void firstCall() {
        Jni.delete(Jni.mul(a, a));
    }
}
