package org.gatun.data;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** The memory of a batch: its pictures and their conditions. For one thread at a time. */
final class BatchBuffer {
    static final long CACHE_LINE = 64;

    private final Part pictures;

    /** Null if there are none. */
    private final Part conditions;

    private final List<Runnable> readers = new ArrayList<>();

    /** The memory of one kind of pixels, and what crops and mirrors pictures into it. */
    private static final class Part {
        private final PixelPlacement placement;
        private final long byteSize;
        private final MemorySegment memory;

        private Part(ImageTransform transform, BatchOptions options) {
            this.placement = new PixelPlacement(transform);
            this.byteSize = transform.byteSize();
            this.memory = options.memory().allocate(options.batchSize() * byteSize);
        }

        private void place(DecodedImage image, RandomGenerator random, int index) {
            placement.place(image, random, memory, index * byteSize);
        }

        private MemorySegment first(int count) {
            return memory.asSlice(0, count * byteSize);
        }
    }

    /** @param conditions null if there are none */
    BatchBuffer(ImageTransform transform, ConditionPictures conditions, BatchOptions options) {
        this.pictures = new Part(transform, options);
        this.conditions = conditions == null ? null : new Part(conditions.transform(), options);
    }

    /** Writes a picture, and its condition, at {@code index} of the batch; equal random numbers crop and mirror equally. */
    void place(DecodedItem item, EpochOrder order, DataPosition position, int index) {
        pictures.place(item.picture(), order.randomAt(position), index);
        if (conditions != null) {
            conditions.place(item.condition(), order.randomAt(position), index);
        }
    }

    /** The first pictures, as many as there are labels. */
    ImageBatch first(int[] labels) {
        int count = labels.length;
        return new ImageBatch(
                pictures.first(count), conditions == null ? null : conditions.first(count), labels, count);
    }

    /** Notes that somebody may read the memory until {@code done} returns. */
    void readUntil(Runnable done) {
        readers.add(done);
    }

    /** Waits until nobody reads the memory any more. */
    void awaitReaders() {
        List<Runnable> waiting = List.copyOf(readers);
        readers.clear();
        waiting.forEach(Runnable::run);
    }
}
