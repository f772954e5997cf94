package org.gatun.benchmarks;

/** How long a case is measured in one fork: warm-ups, and iterations of which the median counts. */
final class Effort {

    static final int WARMUPS = 3;
    static final int WARMUP_MILLIS = 200;
    static final int ITERATIONS = 5;
    static final int ITERATION_MILLIS = 60;

    private Effort() {}
}
