package org.gatun.data;

import java.lang.foreign.Arena;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;

/** All pictures of a split, decoded once, in off-heap memory that {@link #close} gives back. */
final class ImageCache implements DecodedImages {
    private final Arena arena;
    private final List<Optional<DecodedItem>> images;
    private final long byteSize;
    private int[] order = {};

    private ImageCache(Arena arena, List<Optional<DecodedItem>> images, long byteSize) {
        this.arena = arena;
        this.images = images;
        this.byteSize = byteSize;
    }

    /**
     * Decodes all pictures, unless they take more than {@code budget} bytes: then nothing is kept.
     *
     * @param count pictures of the split
     * @param window how many pictures are decoded or being decoded at a time
     */
    static Optional<ImageCache> fill(int count, DecodingThreads threads, int window, long budget) {
        Arena arena = Arena.ofShared();
        List<Optional<DecodedItem>> cached = new ArrayList<>(count);
        Deque<Future<Optional<DecodedItem>>> underWay = new ArrayDeque<>();
        long byteSize = 0;
        boolean complete = false;
        try {
            for (int next = 0; cached.size() < count; ) {
                while (next < count && underWay.size() < window) {
                    underWay.add(threads.decode(next++));
                }
                Optional<DecodedItem> image = DecodingThreads.await(underWay.remove());
                byteSize += image.map(DecodedItem::byteSize).orElse(0L);
                if (byteSize > budget) {
                    return Optional.empty();
                }
                cached.add(image.map(decoded -> decoded.copyTo(arena)));
            }
            complete = true;
            return Optional.of(new ImageCache(arena, List.copyOf(cached), byteSize));
        } finally {
            if (!complete) {
                underWay.forEach(decoding -> decoding.cancel(false));
                arena.close();
            }
        }
    }

    /** Bytes of off-heap memory. */
    long byteSize() {
        return byteSize;
    }

    @Override
    public void expect(int[] newOrder, int from) {
        order = newOrder;
    }

    @Override
    public Optional<DecodedItem> at(int place) {
        return images.get(order[place]);
    }

    @Override
    public void close() {
        arena.close();
    }
}
