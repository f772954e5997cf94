package org.gatun.benchmarks.ffm.critical;

import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import org.gatun.benchmarks.ffm.EmptyCall;
import org.gatun.torch.DType;
import org.gatun.torch.LibTorch;
import org.gatun.torch.ffm.gatun_h;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What {@code Linker.Option.critical} is for: short functions that never block. */
@State(Scope.Thread)
public class Calls {

    static {
        LibTorch.load();
    }

    private static final MethodHandle SIZE = Linker.nativeLinker()
            .downcallHandle(
                    gatun_h.gatun_tensor_size$address(),
                    gatun_h.gatun_tensor_size$descriptor(),
                    Linker.Option.critical(false));

    private final long handle = ones();

    private static long ones() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment size = arena.allocateFrom(ValueLayout.JAVA_LONG, 4);
            return gatun_h.gatun_ones(
                    size, 1, DType.FLOAT32.scalarType(), gatun_h.GATUN_ABSENT(), gatun_h.GATUN_ABSENT());
        }
    }

    @Benchmark
    public void empty() {
        EmptyCall.critical();
    }

    /** The C function that the floor and JNI call. */
    @Benchmark
    public long getter() {
        try {
            return (long) SIZE.invokeExact(handle, 0L);
        } catch (Throwable e) {
            throw new AssertionError("a getter can't fail", e);
        }
    }
}
