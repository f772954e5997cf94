package org.gatun.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gatun.torch.Tensor;
import org.gatun.torch.Torch;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Four tensors of 4 floats joined, a call with a list as its argument; the result is closed. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class Cat4Benchmark {

    private final FloorLoop floor = new FloorLoop("cat4");
    private final Tensor a = Tensor.of(1, 2, 3, 4);
    private final List<Tensor> tensors = List.of(a, a, a, a);

    @Benchmark
    @OperationsPerInvocation(FloorLoop.CALLS)
    public void floor() {
        floor.run();
    }

    @Benchmark
    public void ffm() {
        Torch.cat(tensors, 0).close();
    }
}
