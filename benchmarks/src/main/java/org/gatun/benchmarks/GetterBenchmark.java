package org.gatun.benchmarks;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.TimeUnit;
import org.gatun.torch.DType;
import org.gatun.torch.Tensor;
import org.gatun.torch.ffm.gatun_h;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The size of a dimension. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class GetterBenchmark {

    private final FloorLoop floor = new FloorLoop("getter");
    private final Tensor a = Tensor.of(1, 2, 3, 4);
    private final long handle = newHandle();

    private static long newHandle() {
        MemorySegment sizes = Arena.ofAuto().allocateFrom(ValueLayout.JAVA_LONG, 4);
        return gatun_h.gatun_zeros(
                sizes, 1, DType.FLOAT32.scalarType(), gatun_h.GATUN_ABSENT(), gatun_h.GATUN_ABSENT());
    }

    @Benchmark
    @OperationsPerInvocation(FloorLoop.CALLS)
    public void floor() {
        floor.run();
    }

    /** The plain downcall, which the API does not use here. */
    @Benchmark
    public long ffm() {
        return gatun_h.gatun_tensor_size(handle, 0);
    }

    /** What users call. */
    @Benchmark
    public long ffmCritical() {
        return a.size(0);
    }
}
