package org.gatun.benchmarks.floor;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A step of a GPT. */
@State(Scope.Thread)
public class Decoding {

    private final FloorLoop decode = new FloorLoop("decode");

    @Benchmark
    public void decode() {
        decode.run(1);
    }
}
