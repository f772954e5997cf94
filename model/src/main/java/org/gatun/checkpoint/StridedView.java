package org.gatun.checkpoint;

import java.lang.foreign.MemorySegment;

/** The geometry of a tensor over a storage; offset and strides count elements, and no stride is negative. */
record StridedView(long offset, long[] shape, long[] strides) {
    StridedView {
        if (shape.length != strides.length) {
            throw new IllegalArgumentException(shape.length + " sizes, but " + strides.length + " strides");
        }
    }

    /** Elements that the storage must have, 0 for a tensor without elements. */
    long requiredElements() {
        long last = offset;
        for (int i = 0; i < shape.length; i++) {
            if (shape[i] == 0) {
                return 0;
            }
            last = Math.addExact(last, Math.multiplyExact(shape[i] - 1, strides[i]));
        }
        return Math.addExact(last, 1);
    }

    /** Whether the elements lie one after the other in row-major order. */
    boolean isContiguous() {
        long expected = 1;
        for (int i = shape.length - 1; i >= 0; i--) {
            if (shape[i] != 1 && strides[i] != expected) {
                return false;
            }
            expected *= shape[i];
        }
        return true;
    }

    /** Copies the elements in row-major order; {@code shape} must have elements, and {@code target} room for them. */
    void copy(MemorySegment storage, long elementSize, MemorySegment target) {
        int inner = shape.length - 1;
        long[] index = new long[shape.length];
        long position = offset;
        for (long to = 0; to < target.byteSize(); to += elementSize) {
            MemorySegment.copy(storage, position * elementSize, target, to, elementSize);
            for (int i = inner; i >= 0; i--) {
                position += strides[i];
                if (++index[i] < shape[i]) {
                    break;
                }
                position -= index[i] * strides[i];
                index[i] = 0;
            }
        }
    }
}
