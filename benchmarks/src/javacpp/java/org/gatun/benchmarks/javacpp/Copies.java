package org.gatun.benchmarks.javacpp;

import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.gatun.benchmarks.CopySize;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Floats into a tensor and back: copied from and to an array, or a view of a pointer's memory. */
@State(Scope.Thread)
public class Copies {

    @Param({"4b", "4kib", "4mib", "256mib"})
    private String size;

    private float[] source;
    private float[] target;
    private FloatPointer memory;

    @Setup
    public void allocate() {
        int length = CopySize.floats(size);
        source = new float[length];
        Arrays.fill(source, 1);
        target = new float[length];
        memory = new FloatPointer(source);
    }

    @Benchmark
    public void copy() {
        try (Tensor tensor = Tensor.create(source, source.length);
                FloatPointer data = tensor.data_ptr_float()) {
            data.get(target);
        }
    }

    @Benchmark
    public float view() {
        try (Tensor tensor = torch.from_blob(memory, source.length);
                FloatPointer data = tensor.data_ptr_float()) {
            return data.get(source.length - 1);
        }
    }
}
