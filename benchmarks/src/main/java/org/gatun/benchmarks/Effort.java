package org.gatun.benchmarks;

/** How long a case is measured in one process: iterations, of which the median counts. */
final class Effort {

    static final int ITERATIONS = 5;
    static final int ITERATION_MILLIS = 60;

    private Effort() {}
}
