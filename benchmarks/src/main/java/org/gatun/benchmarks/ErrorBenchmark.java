package org.gatun.benchmarks;

import java.util.concurrent.TimeUnit;
import org.gatun.torch.Tensor;
import org.gatun.torch.TorchException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** An operator that libtorch refuses. The floor ends with the message in a C string; Java makes an exception of it. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class ErrorBenchmark {

    private final FloorLoop floor = new FloorLoop("error");
    private final Tensor a = Tensor.of(1, 2, 3, 4);
    private final Tensor b = Tensor.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16);

    @Benchmark
    @OperationsPerInvocation(FloorLoop.CALLS)
    public void floor() {
        floor.run();
    }

    @Benchmark
    public TorchException ffm() {
        try (Tensor product = a.mul(b)) {
            throw new AssertionError("libtorch multiplied shapes that do not match: " + product);
        } catch (TorchException e) {
            return e;
        }
    }
}
