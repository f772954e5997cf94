package org.gatun.data;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Where the pixels of batches lie. */
@FunctionalInterface
public interface BatchMemory {
    /** Memory of the CPU's. */
    BatchMemory ORDINARY = byteSize -> Arena.ofAuto().allocate(byteSize, BatchBuffer.CACHE_LINE);

    /** That many bytes, off-heap, for as long as somebody, a tensor perhaps, refers to them. */
    MemorySegment allocate(long byteSize);
}
