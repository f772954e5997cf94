package org.gatun.benchmarks.jni;

import java.util.Arrays;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** 1,000 tensors, released in one call. */
@State(Scope.Thread)
public class Scopes {

    private final long[] tensors = new long[1000];

    @Setup(Level.Invocation)
    public void open() {
        Arrays.setAll(tensors, _ -> Jni.empty(4));
    }

    @Benchmark
    public void scope() {
        Jni.deleteAll(tensors, tensors.length);
    }
}
