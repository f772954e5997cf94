package org.gatun.benchmarks;

/**
 * What one JVM measured of one case on one system.
 *
 * @param caseName {@code mul4}, the class's name without Benchmark
 * @param system {@code ffm-critical}, the method's name
 * @param nanoseconds the median of the iterations, an operation
 * @param bytes allocated on the Java heap, an operation
 */
record Fork(String caseName, String system, double nanoseconds, double bytes) {}
