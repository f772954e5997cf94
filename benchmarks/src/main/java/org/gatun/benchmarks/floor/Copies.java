package org.gatun.benchmarks.floor;

import org.gatun.benchmarks.CopySize;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Floats into a tensor and back. */
@State(Scope.Thread)
public class Copies {

    @Param({"4b", "4kib", "4mib", "256mib"})
    private String size;

    private final FloorLoop copySize = new FloorLoop("copy_size");
    private final FloorLoop copy = new FloorLoop("copy");
    private final FloorLoop view = new FloorLoop("view");

    @Setup
    public void allocate() {
        copySize.run(CopySize.floats(size));
    }

    @Benchmark
    public void copy() {
        copy.run(1);
    }

    @Benchmark
    public void view() {
        view.run(1);
    }
}
