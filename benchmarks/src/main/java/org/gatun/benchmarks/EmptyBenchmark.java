package org.gatun.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A call of a C function that does nothing. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class EmptyBenchmark {

    private final FloorLoop floor = new FloorLoop("empty");

    @Benchmark
    @OperationsPerInvocation(FloorLoop.CALLS)
    public void floor() {
        floor.run();
    }

    @Benchmark
    public void ffm() {
        EmptyCall.plain();
    }

    @Benchmark
    public void ffmCritical() {
        EmptyCall.critical();
    }
}
