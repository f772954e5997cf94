package org.gatun.benchmarks.jni;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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

    private float[] source;
    private float[] target;
    private ByteBuffer buffer;

    @Setup
    public void allocate() {
        int length = CopySize.floats(size);
        source = new float[length];
        Arrays.fill(source, 1);
        target = new float[length];
        buffer = ByteBuffer.allocateDirect(length * Float.BYTES).order(ByteOrder.nativeOrder());
        buffer.asFloatBuffer().put(source);
    }

    @Benchmark
    public void copy() {
        long tensor = Jni.copyOf(source);
        Jni.read(tensor, target);
        Jni.delete(tensor);
    }

    @Benchmark
    public float view() {
        long tensor = Jni.viewOf(buffer, source.length);
        float last = Jni.memory(tensor).order(ByteOrder.nativeOrder()).getFloat(Float.BYTES * (source.length - 1));
        Jni.delete(tensor);
        Jni.takeReleased();
        return last;
    }
}
