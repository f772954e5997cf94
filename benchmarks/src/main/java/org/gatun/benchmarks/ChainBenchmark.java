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

/** Three operators on 16 floats, two of them views: view, transpose, matmul; all results are closed. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class ChainBenchmark {

    private final FloorLoop floor = new FloorLoop("chain");
    private final Tensor x = Tensor.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16);
    private final Tensor w = x.view(4, 4);

    @Benchmark
    @OperationsPerInvocation(FloorLoop.CALLS)
    public void floor() {
        floor.run();
    }

    @Benchmark
    public void ffm() {
        Tensor view = x.view(4, 4);
        Tensor transposed = view.transpose(0, 1);
        Tensor product = transposed.matmul(w);
        product.close();
        transposed.close();
        view.close();
    }
}
