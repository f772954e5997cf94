package org.gatun.data;

/**
 * How a {@link BatchSource} makes batches.
 *
 * @param batchSize pictures in a batch
 * @param shuffle whether each epoch has an order of its own; otherwise it is the split's
 * @param dropLast whether what is left of an epoch after its last full batch is dropped, not given as a smaller batch
 * @param seed decides orders, crops and flips
 * @param cacheBytes how much off-heap memory decoded pictures may take to be kept; beyond that they are decoded each time
 * @param threads threads that decode
 * @param memory where the batches' pixels lie
 */
public record BatchOptions(
        int batchSize, boolean shuffle, boolean dropLast, long seed, long cacheBytes, int threads, BatchMemory memory) {
    private static final long DEFAULT_CACHE_BYTES = 1L << 30;

    public BatchOptions {
        if (batchSize < 1 || threads < 1 || cacheBytes < 0) {
            throw new IllegalArgumentException("batchSize and threads must be positive, cacheBytes not negative: "
                    + batchSize + ", " + threads + ", " + cacheBytes);
        }
    }

    /** Shuffled full batches without end; a cache of up to 1 GiB. */
    public static BatchOptions training(int batchSize, long seed) {
        return new BatchOptions(
                batchSize,
                true,
                true,
                seed,
                DEFAULT_CACHE_BYTES,
                Runtime.getRuntime().availableProcessors(),
                BatchMemory.ORDINARY);
    }

    /** Every picture once an epoch in the split's order; a cache of up to 1 GiB. */
    public static BatchOptions evaluation(int batchSize) {
        return new BatchOptions(
                batchSize,
                false,
                false,
                0,
                DEFAULT_CACHE_BYTES,
                Runtime.getRuntime().availableProcessors(),
                BatchMemory.ORDINARY);
    }

    /** The same with another limit for the cache; 0 decodes every picture each time. */
    public BatchOptions withCacheBytes(long bytes) {
        return new BatchOptions(batchSize, shuffle, dropLast, seed, bytes, threads, memory);
    }

    /** The same with another number of decoding threads. */
    public BatchOptions withThreads(int count) {
        return new BatchOptions(batchSize, shuffle, dropLast, seed, cacheBytes, count, memory);
    }

    /** The same with batches in other memory. */
    public BatchOptions withMemory(BatchMemory other) {
        return new BatchOptions(batchSize, shuffle, dropLast, seed, cacheBytes, threads, other);
    }
}
