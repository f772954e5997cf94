package org.gatun.benchmarks;

/** How long a case is measured in one process: iterations, of which the median counts. */
final class Effort {

    /**
     * The parts of a warm-up. In one piece, the loop around the operation would be compiled while it runs, and once more in the iterations
     * that count.
     */
    static final int WARMUPS = 10;

    static final int ITERATIONS = 5;
    static final int ITERATION_MILLIS = 60;

    private Effort() {}
}
