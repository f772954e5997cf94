package org.gatun.benchmarks.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.gatun.benchmarks.CopySize;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Floats into a tensor and back: copied from and to an array, or a view of a direct buffer. */
@State(Scope.Thread)
public class Copies {

    @Param({"4b", "4kib", "4mib", "256mib"})
    private String size;

    private final NDManager manager = NDManager.newBaseManager();
    private float[] source;
    private ByteBuffer memory;
    private Shape shape;

    @Setup
    public void allocate() {
        source = new float[CopySize.floats(size)];
        Arrays.fill(source, 1);
        memory = manager.allocateDirect(source.length * Float.BYTES);
        memory.asFloatBuffer().put(source);
        shape = new Shape(source.length);
    }

    @Benchmark
    public float[] copy() {
        try (NDArray array = manager.create(source)) {
            return array.toFloatArray();
        }
    }

    @Benchmark
    public float view() {
        try (NDArray array = manager.create(memory, shape, DataType.FLOAT32)) {
            return array.toByteBuffer(true).asFloatBuffer().get(source.length - 1);
        }
    }
}
