package org.gatun.torch;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Native memory in which a thread's lists and texts cross to C. It is reused by every call: what one call was given is
 * overwritten by the next, and C reads its arguments during the call only.
 */
final class CallArguments {

    private static final long CAPACITY = 1 << 16;

    /** Absent, for optional enumerations (GATUN_ABSENT in gatun.h). */
    private static final int ABSENT = -1;

    // Automatic, so that it goes with its thread.
    private final MemorySegment memory = Arena.ofAuto().allocate(CAPACITY, Long.BYTES);
    private long used;

    /** The calling thread's memory, empty. */
    static CallArguments begin() {
        CallArguments arguments = ThreadState.current().arguments;
        arguments.used = 0;
        return arguments;
    }

    MemorySegment longs(long[] values) {
        MemorySegment segment = allocate((long) values.length * Long.BYTES);
        MemorySegment.copy(values, 0, segment, ValueLayout.JAVA_LONG, 0, values.length);
        return segment;
    }

    MemorySegment longsOrAbsent(long[] values) {
        return values == null ? MemorySegment.NULL : longs(values);
    }

    MemorySegment handles(List<Tensor> tensors) {
        int size = tensors.size();
        MemorySegment segment = allocate((long) size * Long.BYTES);
        for (int i = 0; i < size; i++) {
            segment.setAtIndex(ValueLayout.JAVA_LONG, i, tensors.get(i).handle());
        }
        return segment;
    }

    /** Room for {@code count} numbers that C writes. */
    MemorySegment results(int count) {
        return allocate((long) count * Long.BYTES);
    }

    /** A text for C, or NULL for null. */
    MemorySegment string(String text) {
        if (text == null) {
            return MemorySegment.NULL;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        MemorySegment segment = allocate(bytes.length + 1L);
        MemorySegment.copy(bytes, 0, segment, ValueLayout.JAVA_BYTE, 0, bytes.length);
        segment.set(ValueLayout.JAVA_BYTE, bytes.length, (byte) 0);
        return segment;
    }

    private MemorySegment allocate(long bytes) {
        long offset = used;
        if (bytes > CAPACITY - offset) {
            return Arena.ofAuto().allocate(bytes, Long.BYTES);
        }
        used = offset + (bytes + Long.BYTES - 1 & -Long.BYTES);
        return memory.asSlice(offset, bytes);
    }

    /** Element {@code index} of a list of {@code length} numbers, in which one number stands for all, as in PyTorch. */
    static long element(long[] values, int index, int length) {
        if (values.length == 1) {
            return values[0];
        }
        if (values.length != length) {
            throw new IllegalArgumentException("expected 1 or " + length + " numbers, got " + values.length);
        }
        return values[index];
    }

    static int scalarType(DType dtype) {
        return dtype == null ? ABSENT : dtype.scalarType();
    }

    static int deviceType(Device device) {
        return device == null ? ABSENT : device.type().code();
    }

    static int deviceIndex(Device device) {
        return device == null ? ABSENT : device.index();
    }

    static int memoryFormat(MemoryFormat format) {
        return format == null ? ABSENT : format.code();
    }
}
