package org.gatun.benchmarks.jni;

import org.gatun.benchmarks.JavaProcess;
import org.openjdk.jmh.annotations.Benchmark;

/** A whole process: a JVM that starts, loads libtorch, runs an operator and ends. */
public class Startup {

    @Benchmark
    public void startup() {
        JavaProcess.run(FirstOperator.class);
    }
}
