package org.gatun.benchmarks.ffm.critical;

import org.gatun.benchmarks.ffm.EmptyCall;
import org.gatun.torch.Tensor;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What {@code Linker.Option.critical} is for: short functions that never block. */
@State(Scope.Thread)
public class Calls {

    private final Tensor a = Tensor.of(1, 2, 3, 4);

    @Benchmark
    public void empty() {
        EmptyCall.critical();
    }

    /** What users call. */
    @Benchmark
    public long getter() {
        return a.size(0);
    }
}
