package org.gatun.benchmarks.javacpp;

import org.gatun.benchmarks.StartedProgram;

/** {@link FirstOperator} as a process. */
public class Startup extends StartedProgram {

    public Startup() {
        super(FirstOperator.class);
    }
}
