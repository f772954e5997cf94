package org.gatun.checkpoint;

import java.util.List;

/** Reads integers out of the values of a pickle. */
final class PickledNumbers {
    private static final int MAX_DIMENSIONS = 64;

    private PickledNumbers() {}

    /** A count, size, offset or stride: an integer that is not negative. */
    static long size(Object value) {
        if ((value instanceof Integer || value instanceof Long) && ((Number) value).longValue() >= 0) {
            return ((Number) value).longValue();
        }
        throw new IllegalArgumentException("expected a number that is not negative");
    }

    /** A tuple of sizes or strides. */
    static long[] sizes(Object value) {
        if (value instanceof List<?> list && list.size() <= MAX_DIMENSIONS) {
            return list.stream().mapToLong(PickledNumbers::size).toArray();
        }
        throw new IllegalArgumentException("expected a tuple of at most " + MAX_DIMENSIONS + " numbers");
    }
}
