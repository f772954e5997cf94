package org.gatun.benchmarks.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import org.gatun.benchmarks.CopySize;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Floats into a tensor and back, copied; DJL reads back by copies only. */
@State(Scope.Thread)
public class Copies {

    @Param({"4b", "4kib", "4mib", "256mib"})
    private String size;

    private final NDManager manager = NDManager.newBaseManager();
    private float[] source;

    @Setup
    public void allocate() {
        source = new float[CopySize.floats(size)];
        Arrays.fill(source, 1);
    }

    @Benchmark
    public float[] copy() {
        try (NDArray array = manager.create(source)) {
            return array.toFloatArray();
        }
    }
}
