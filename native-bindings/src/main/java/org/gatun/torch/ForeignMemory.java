package org.gatun.torch;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.gatun.torch.ffm.gatun_h;

/**
 * Memory that tensors view without owning it. A segment stays reachable here until libtorch's storage lets go of it, which may be
 * long after the tensor was closed (views, tensors saved for backward) and may happen on a thread of libtorch's: the native side
 * only notes the token, and Java takes the notes when it next wraps memory or closes a scope.
 */
final class ForeignMemory {

    static {
        LibTorch.load();
    }

    private static final Map<Long, MemorySegment> HELD = new ConcurrentHashMap<>();
    private static final AtomicLong NEXT_TOKEN = new AtomicLong();
    private static final MemorySegment RELEASED_COUNT =
            gatun_h.gatun_released_count().reinterpret(Long.BYTES);
    private static final int BATCH = 256;

    private ForeignMemory() {}

    static Tensor wrap(MemorySegment segment, DType dtype, long[] shape, long[] strides) {
        checkLifetime(segment);
        long needed;
        try {
            needed = byteExtent(dtype, shape, strides);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("the shape " + Arrays.toString(shape) + " is too large", e);
        }
        if (needed > segment.byteSize()) {
            throw new IllegalArgumentException(
                    "a tensor of that shape views " + needed + " bytes; the segment has " + segment.byteSize());
        }
        if (segment.address() % dtype.byteSize() != 0) {
            throw new IllegalArgumentException(
                    "the segment is not aligned to the " + dtype.byteSize() + " bytes of " + dtype.torchName());
        }
        reclaim();
        long token = NEXT_TOKEN.incrementAndGet();
        HELD.put(token, segment);
        CallArguments memory = CallArguments.begin();
        long handle = gatun_h.gatun_tensor_from_memory(
                segment, memory.longs(shape), memory.longsOrAbsent(strides), shape.length, dtype.scalarType(), token);
        if (handle == 0) {
            HELD.remove(token);
            throw TorchException.in("fromSegment");
        }
        return Tensor.adopt(handle);
    }

    /** Lets go of the segments whose storages are gone. Without any, it costs the reading of one number. */
    static void reclaim() {
        while (RELEASED_COUNT.get(ValueLayout.JAVA_LONG, 0) > 0) {
            MemorySegment tokens = CallArguments.begin().results(BATCH);
            long taken = gatun_h.gatun_take_released(tokens, BATCH);
            if (taken == 0) {
                return; // another thread took them
            }
            for (int i = 0; i < taken; i++) {
                HELD.remove(tokens.getAtIndex(ValueLayout.JAVA_LONG, i));
            }
        }
    }

    /** The number of segments that are held for libtorch. */
    static int heldCount() {
        reclaim();
        return HELD.size();
    }

    private static void checkLifetime(MemorySegment segment) {
        if (!segment.isNative()) {
            throw new IllegalArgumentException(
                    "a heap segment can't be viewed, the garbage collector moves it; use Tensor.of to copy it");
        }
        if (segment.isReadOnly()) {
            throw new IllegalArgumentException("a read-only segment can't be viewed, tensors are writable; map the file"
                    + " copy-on-write (FileChannel.MapMode.PRIVATE) instead");
        }
        // Whether an arena can be closed is no public property of a segment; of a closeable one, its scope's class
        // tells.
        boolean global = segment.scope().equals(Arena.global().scope());
        boolean closeable = switch (segment.scope().getClass().getSimpleName()) {
            case "ImplicitSession", "GlobalSession" -> false;
            default -> true;
        };
        if (!global && closeable) {
            throw new IllegalArgumentException(
                    "the segment's arena could be closed while libtorch still uses its memory;"
                            + " allocate it from Arena.ofAuto() or Arena.global()");
        }
    }

    /** The bytes from the first element to the end of the last one. */
    private static long byteExtent(DType dtype, long[] shape, long[] strides) {
        if (strides != null && strides.length != shape.length) {
            throw new IllegalArgumentException(shape.length + " sizes, but " + strides.length + " strides");
        }
        long last = 0;
        long dense = 1;
        for (int i = shape.length - 1; i >= 0; i--) {
            if (shape[i] < 0 || strides != null && strides[i] < 0) {
                throw new IllegalArgumentException("sizes and strides can't be negative");
            }
            if (shape[i] == 0) {
                return 0;
            }
            last = Math.addExact(last, Math.multiplyExact(shape[i] - 1, strides == null ? dense : strides[i]));
            dense = Math.multiplyExact(dense, shape[i]);
        }
        return Math.multiplyExact(last + 1, dtype.byteSize());
    }
}
