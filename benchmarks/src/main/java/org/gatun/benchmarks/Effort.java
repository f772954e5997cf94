package org.gatun.benchmarks;

import java.util.List;

/** How long a case is measured in one fork. */
enum Effort {
    /** For one case. */
    LONG(5, 200, 200),
    /** For all cases in minutes. */
    SHORT(2, 200, 50);

    static final int ITERATIONS = 5;

    private final int warmups;
    private final int warmupMillis;
    private final int millis;

    Effort(int warmups, int warmupMillis, int millis) {
        this.warmups = warmups;
        this.warmupMillis = warmupMillis;
        this.millis = millis;
    }

    /** As options of JMH's. */
    List<String> options() {
        return List.of(
                "-wi",
                Integer.toString(warmups),
                "-w",
                warmupMillis + "ms",
                "-i",
                Integer.toString(ITERATIONS),
                "-r",
                millis + "ms");
    }

    int warmupMillisInAll() {
        return warmups * warmupMillis;
    }

    int millis() {
        return millis;
    }
}
