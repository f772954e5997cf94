package org.gatun.bench;

/**
 * What one run of a workload does, for rates.
 *
 * @param items pictures or tokens
 * @param unit {@code img} or {@code tokens}
 * @param flops arithmetic operations that it needs, 0 if they are not counted
 * @param bytes bytes that it must read, 0 if arithmetic is what it waits for
 */
public record RunSize(long items, String unit, double flops, double bytes) {}
