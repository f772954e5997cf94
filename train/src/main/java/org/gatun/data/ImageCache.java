package org.gatun.data;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;

/** All pictures of a split, decoded once, as 8-bit RGB in off-heap memory that {@link #close} gives back. */
final class ImageCache implements DecodedImages {
    private final Arena arena;
    private final List<Optional<RgbImage>> images;
    private final long byteSize;
    private int[] order = {};

    private ImageCache(Arena arena, List<Optional<RgbImage>> images, long byteSize) {
        this.arena = arena;
        this.images = images;
        this.byteSize = byteSize;
    }

    /**
     * Decodes all pictures, unless they take more than {@code budget} bytes: then nothing is kept.
     *
     * @param window how many pictures are decoded or being decoded at a time
     */
    static Optional<ImageCache> fill(List<LabeledImage> images, DecodingThreads threads, int window, long budget) {
        Arena arena = Arena.ofShared();
        List<Optional<RgbImage>> cached = new ArrayList<>(images.size());
        Deque<Future<Optional<RgbImage>>> underWay = new ArrayDeque<>();
        long byteSize = 0;
        boolean complete = false;
        try {
            for (int next = 0; cached.size() < images.size(); ) {
                while (next < images.size() && underWay.size() < window) {
                    underWay.add(threads.decode(images.get(next++)));
                }
                Optional<RgbImage> image = DecodingThreads.await(underWay.remove());
                byteSize += image.map(decoded -> decoded.pixels().byteSize()).orElse(0L);
                if (byteSize > budget) {
                    return Optional.empty();
                }
                cached.add(image.map(decoded -> copyTo(arena, decoded)));
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

    private static RgbImage copyTo(Arena arena, RgbImage image) {
        MemorySegment pixels = arena.allocate(image.pixels().byteSize());
        return new RgbImage(pixels.copyFrom(image.pixels()), image.width(), image.height());
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
    public Optional<RgbImage> at(int place) {
        return images.get(order[place]);
    }

    @Override
    public void close() {
        arena.close();
    }
}
