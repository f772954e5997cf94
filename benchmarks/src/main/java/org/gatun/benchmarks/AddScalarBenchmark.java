package org.gatun.benchmarks;

import java.util.concurrent.TimeUnit;
import org.gatun.torch.Tensor;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The sum of a tensor of 4 floats and a number; the result is closed. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class AddScalarBenchmark {

    private final FloorLoop floor = new FloorLoop("add_scalar");
    private final Tensor a = Tensor.of(1, 2, 3, 4);

    @Benchmark
    @OperationsPerInvocation(FloorLoop.CALLS)
    public void floor() {
        floor.run();
    }

    @Benchmark
    public void ffm() {
        a.add(2.0).close();
    }
}
