package org.gatun.data;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** A few threads that decode pictures and note those that are unreadable. */
final class DecodingThreads implements AutoCloseable {
    private static final AtomicInteger STARTED = new AtomicInteger();

    private final ItemReader reader;
    private final UnreadableImages unreadable;
    private final ExecutorService executor;

    DecodingThreads(ItemReader reader, UnreadableImages unreadable, int threads) {
        this.reader = reader;
        this.unreadable = unreadable;
        this.executor = Executors.newFixedThreadPool(
                threads,
                Thread.ofPlatform()
                        .daemon()
                        .name("gatun-decode-" + STARTED.incrementAndGet() + "-", 1)
                        .factory());
    }

    /** Reads the picture at an index of the split, with its condition. */
    Future<Optional<DecodedItem>> decode(int index) {
        return executor.submit(() -> {
            try {
                return Optional.of(reader.read(index));
            } catch (UnreadableImageException e) {
                unreadable.add(e);
                return Optional.empty();
            }
        });
    }

    static Optional<DecodedItem> await(Future<Optional<DecodedItem>> decoding) {
        try {
            return decoding.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a picture", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("decoding failed: " + e.getCause(), e.getCause());
        }
    }

    /** Stops the threads; what they are decoding is dropped. */
    @Override
    public void close() {
        executor.shutdownNow();
    }
}
