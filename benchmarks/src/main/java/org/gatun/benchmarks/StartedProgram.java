package org.gatun.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;

/** A whole process: a JVM that starts, loads libtorch, runs an operator and ends. */
@State(Scope.Thread)
public abstract class StartedProgram {

    private final Class<?> program;
    private AotCache cache;

    protected StartedProgram(Class<?> program) {
        this.program = program;
    }

    /** Before the clock runs. */
    @Setup
    public void makeCache(BenchmarkParams benchmark) {
        if (benchmark.getBenchmark().endsWith(".startupAot")) {
            cache = AotCache.of(program);
        }
    }

    @TearDown
    public void deleteCache() {
        if (cache != null) {
            cache.close();
        }
    }

    @Benchmark
    public void startup() {
        JavaProcess.run(program);
    }

    @Benchmark
    public void startupAot() {
        cache.run();
    }
}
