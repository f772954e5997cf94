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

/** As {@link Mul4Benchmark}, but one factor requires a gradient, so that libtorch records the operator. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class Mul4GradBenchmark {

    private final FloorLoop floor = new FloorLoop("mul4_grad");
    private final Tensor a = Tensor.of(1, 2, 3, 4).requires_grad_(true);
    private final Tensor b = Tensor.of(5, 6, 7, 8);

    @Benchmark
    @OperationsPerInvocation(FloorLoop.CALLS)
    public void floor() {
        floor.run();
    }

    @Benchmark
    public void ffm() {
        a.mul(b).close();
    }
}
