package org.gatun.benchmarks;

/**
 * What one process measured of one case on one system.
 *
 * @param caseName {@code mul4}
 * @param system {@code ffm-critical}
 * @param nanoseconds the median of the iterations, an operation
 * @param bytes allocated on the Java heap, an operation; NaN where that was not measured
 */
record Fork(String caseName, String system, double nanoseconds, double bytes) {}
