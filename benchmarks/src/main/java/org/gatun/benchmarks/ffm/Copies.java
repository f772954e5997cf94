package org.gatun.benchmarks.ffm;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import org.gatun.benchmarks.CopySize;
import org.gatun.torch.DType;
import org.gatun.torch.Tensor;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Floats into a tensor and back: copied from and to an array, or a view of an off-heap segment. */
@State(Scope.Thread)
public class Copies {

    @Param({"4b", "4kib", "4mib", "256mib"})
    private String size;

    private float[] source;
    private float[] target;
    private MemorySegment segment;

    @Setup
    public void allocate() {
        int length = CopySize.floats(size);
        source = new float[length];
        Arrays.fill(source, 1);
        target = new float[length];
        segment = Arena.ofAuto().allocate(ValueLayout.JAVA_FLOAT, length);
        segment.copyFrom(MemorySegment.ofArray(source));
    }

    @Benchmark
    public void copy() {
        try (Tensor tensor = Tensor.of(source, source.length);
                Arena arena = Arena.ofConfined()) {
            MemorySegment.copy(tensor.segment(arena), ValueLayout.JAVA_FLOAT, 0, target, 0, target.length);
        }
    }

    @Benchmark
    public float view() {
        try (Tensor tensor = Tensor.fromSegment(segment, DType.FLOAT32, source.length);
                Arena arena = Arena.ofConfined()) {
            return tensor.segment(arena).getAtIndex(ValueLayout.JAVA_FLOAT, source.length - 1);
        }
    }
}
