package org.gatun.benchmarks.floor;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The product of two tensors of 4 floats; C++ is compiled, whatever the JVM does. */
@State(Scope.Thread)
@Fork(jvmArgsAppend = "-Xint")
public class Interpreted {

    private final FloorLoop mul4 = new FloorLoop("mul4");

    @Benchmark
    @OperationsPerInvocation(FloorLoop.CALLS)
    public void interpreted() {
        mul4.run();
    }
}
