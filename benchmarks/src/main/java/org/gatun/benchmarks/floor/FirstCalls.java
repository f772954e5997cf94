package org.gatun.benchmarks.floor;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The first call of an operator in a process in which another one has run. */
@State(Scope.Thread)
public class FirstCalls {

    private final FloorLoop other = new FloorLoop("add_scalar");
    private final FloorLoop mul4 = new FloorLoop("mul4");

    public FirstCalls() {
        other.run(1);
    }

    @Benchmark
    public void firstCall() {
        mul4.run(1);
    }
}
