package org.gatun.torch;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Native memory in which a thread's lists and texts cross to C. It is reused by every call: what one call was given is
 * overwritten by the next, and C reads its arguments during the call only.
 */
final class CallArguments {

    // Small, as each of a server's virtual threads that calls an operator has some.
    private static final long FIRST_CAPACITY = 1 << 12;

    /** Absent, for optional enumerations (GATUN_ABSENT in gatun.h). */
    private static final int ABSENT = -1;

    // Automatic, so that it goes with its thread.
    private MemorySegment memory = Arena.ofAuto().allocate(FIRST_CAPACITY, Long.BYTES);
    private long used;

    /** Where the arguments of calls begin; what lies before them, C is reading while it calls Java. */
    private long held;

    /** Calls that have begun, to notice one within another. */
    private long calls;

    /** What memory was before a call needed more; that call still reads it. All together they are smaller than memory. */
    private final List<MemorySegment> outgrown = new ArrayList<>();

    /** The calling thread's memory, empty but for what is held. */
    static CallArguments begin() {
        CallArguments arguments = ThreadState.current().arguments;
        arguments.used = arguments.held;
        arguments.calls++;
        return arguments;
    }

    /**
     * Keeps what was written from calls that C makes into Java while it reads it, until {@link #letGo}.
     *
     * @return for {@code letGo}
     */
    long hold() {
        long before = held;
        held = used;
        return before;
    }

    void letGo(long before) {
        held = before;
    }

    MemorySegment longs(long[] values) {
        return longs(values, values.length);
    }

    /** The first {@code length} of {@code values}. */
    MemorySegment longs(long[] values, int length) {
        long offset = reserve((long) length * Long.BYTES);
        MemorySegment.copy(values, 0, memory, ValueLayout.JAVA_LONG, offset, length);
        return pointer(offset);
    }

    MemorySegment longsOrAbsent(long[] values) {
        return values == null ? MemorySegment.NULL : longs(values);
    }

    /** @throws IllegalStateException if the list itself calls operators while it is read, as a lazy one may */
    MemorySegment handles(List<Tensor> tensors) {
        long call = calls;
        int size = tensors.size();
        long offset = reserve((long) size * Long.BYTES);
        for (int i = 0; i < size; i++) {
            memory.set(
                    ValueLayout.JAVA_LONG,
                    offset + (long) i * Long.BYTES,
                    tensors.get(i).handle());
        }
        if (calls != call) { // the arguments have been overwritten
            throw new IllegalStateException("a list of operands called an operator while it was read: copy it first");
        }
        return pointer(offset);
    }

    /** Room for {@code count} numbers that C writes. */
    MemorySegment results(int count) {
        long bytes = (long) count * Long.BYTES;
        long offset = reserve(bytes);
        return memory.asSlice(offset, bytes);
    }

    /** A text for C, or NULL for null. */
    MemorySegment stringOrAbsent(String text) {
        return text == null ? MemorySegment.NULL : string(text);
    }

    MemorySegment string(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        long offset = reserve(bytes.length + 1L);
        MemorySegment.copy(bytes, 0, memory, ValueLayout.JAVA_BYTE, offset, bytes.length);
        memory.set(ValueLayout.JAVA_BYTE, offset + bytes.length, (byte) 0);
        return pointer(offset);
    }

    /** Where in {@link #memory} the next bytes go. */
    private long reserve(long bytes) {
        if (bytes > memory.byteSize() - used) {
            grow(bytes);
        }
        long offset = used;
        used = offset + (bytes + Long.BYTES - 1 & -Long.BYTES);
        return offset;
    }

    private void grow(long bytes) {
        outgrown.add(memory);
        memory = Arena.ofAuto().allocate(Math.max(2 * memory.byteSize(), bytes), Long.BYTES);
        used = 0;
    }

    /** What C reads; a bare address, as a slice would cost more than the call itself. */
    private MemorySegment pointer(long offset) {
        return MemorySegment.ofAddress(memory.address() + offset);
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
        if (device == null) {
            return ABSENT;
        }
        if (device.isCuda()) {
            Cuda.requireDevice(device);
        }
        return device.type().code();
    }

    static int deviceIndex(Device device) {
        return device == null ? ABSENT : device.index();
    }

    static int memoryFormat(MemoryFormat format) {
        return format == null ? ABSENT : format.code();
    }
}
