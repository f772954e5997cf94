package org.gatun.benchmarks.javacpp;

import org.gatun.benchmarks.AotCache;
import org.gatun.benchmarks.JavaProcess;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A whole process: a JVM that starts, loads libtorch, runs an operator and ends. */
public class Startup {

    @Benchmark
    public void startup() {
        JavaProcess.run(FirstOperator.class);
    }

    @Benchmark
    public void startupAot(Cached cached) {
        cached.aot.run();
    }

    /** Made before the clock runs. */
    @State(Scope.Thread)
    public static class Cached {

        private AotCache aot;

        @Setup
        public void make() {
            aot = AotCache.of(FirstOperator.class);
        }
    }
}
