package org.gatun.data;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.random.RandomGenerator;

/** The memory of a batch's pictures, and what crops and mirrors them into it. For one thread at a time. */
final class BatchBuffer {
    private static final long CACHE_LINE = 64;

    private final PixelPlacement placement;
    private final long byteSize;
    private final MemorySegment memory;

    BatchBuffer(ImageTransform transform, int batchSize) {
        this.placement = new PixelPlacement(transform);
        this.byteSize = transform.byteSize();
        // An automatic arena: the memory stays for as long as somebody, a tensor perhaps, refers to it.
        this.memory = Arena.ofAuto().allocate(batchSize * byteSize, CACHE_LINE);
    }

    /** Writes the picture at {@code index} of the batch; equal random numbers crop and mirror equally. */
    void place(DecodedImage image, RandomGenerator random, int index) {
        placement.place(image, random, memory, index * byteSize);
    }

    /** The first {@code count} pictures. */
    MemorySegment first(int count) {
        return memory.asSlice(0, count * byteSize);
    }
}
