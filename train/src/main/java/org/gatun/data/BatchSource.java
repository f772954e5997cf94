package org.gatun.data;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gatun.data.BatchAssembler.Assembled;

/**
 * An endless sequence of batches over a split, epoch after epoch. It depends on the pictures, the transform and the
 * options alone: after {@link #seek} it goes on as it did the first time. The batch after the one that is in use is made meanwhile,
 * by a thread of the source's own. A split that fits the options' memory is decoded once when the source is opened; otherwise
 * pictures are decoded ahead by further threads, and those of a packed file are read in place. Unreadable pictures are skipped and
 * noted in {@link #unreadable}. For one thread at a time.
 *
 * <p>One pass over a split for evaluation:
 *
 * <pre>{@code
 * source.seek(DataPosition.START);
 * while (source.position().epoch() == 0) {
 *     ImageBatch batch = source.next();
 * }
 * }</pre>
 */
public final class BatchSource implements AutoCloseable {
    /** Batches, or pictures a thread, that are decoded ahead. */
    private static final int AHEAD = 2;

    private final ImageSplit split;
    private final ImageTransform transform;
    private final BatchOptions options;
    private final UnreadableImages unreadable;
    private final DecodedImages decoded;
    private final BatchAssembler assembler;
    private final ExecutorService ahead = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("gatun-batches").factory());

    /** The memory of the batch that was given out last. */
    private BatchBuffer given;

    /** The other one. */
    private BatchBuffer free;

    /** What is to become the next batch; null if that is not begun. */
    private Future<Assembled> following;

    private DataPosition position;
    private boolean closed;

    private BatchSource(
            ImageSplit split,
            ImageTransform transform,
            ConditionPictures conditions,
            BatchOptions options,
            UnreadableImages unreadable,
            DecodedImages decoded) {
        this.split = split;
        this.transform = transform;
        this.options = options;
        this.unreadable = unreadable;
        this.decoded = decoded;
        this.assembler = new BatchAssembler(split, options, unreadable, decoded);
        this.given = new BatchBuffer(transform, conditions, options);
        this.free = new BatchBuffer(transform, conditions, options);
        seek(DataPosition.START);
    }

    /**
     * Opens a source at {@link DataPosition#START}, with the split decoded if it fits.
     *
     * @throws DataException if the split is empty, has too few pictures for a full batch where only full ones are wanted,
     *     is packed in another way than {@code transform} needs, or, as far as it was decoded now, has no readable picture
     */
    public static BatchSource open(ImageSplit split, ImageTransform transform, BatchOptions options) {
        return open(split, transform, null, options);
    }

    /**
     * The same, and with each picture its condition.
     *
     * @param conditions null if there are none
     */
    public static BatchSource open(
            ImageSplit split, ImageTransform transform, ConditionPictures conditions, BatchOptions options) {
        if (split.size() == 0) {
            throw new DataException("There are no pictures in the split \"" + split.name() + "\"");
        }
        if (options.dropLast() && split.size() < options.batchSize()) {
            throw new DataException(
                    "A batch of %d pictures is more than the %d pictures in the split \"%s\": choose a smaller one"
                            .formatted(options.batchSize(), split.size(), split.name()));
        }
        UnreadableImages unreadable = new UnreadableImages();
        ItemReader reader = new ItemReader(split, transform, conditions);
        int window = AHEAD * Math.max(options.batchSize(), options.threads());
        long leastBytes = (long) split.size() * transform.byteSize() / Float.BYTES;
        if (leastBytes <= options.cacheBytes() && !isReadInPlace(split, conditions)) {
            try (DecodingThreads threads = new DecodingThreads(reader, unreadable, options.threads())) {
                Optional<ImageCache> cache = ImageCache.fill(reader.size(), threads, window, options.cacheBytes());
                if (cache.isPresent()) {
                    int readable = split.size() - unreadable.count();
                    if (readable < (options.dropLast() ? options.batchSize() : 1)) {
                        cache.get().close();
                        throw BatchAssembler.tooFewReadable(split, options, unreadable);
                    }
                    return over(cache.get(), split, transform, conditions, options, unreadable);
                }
            }
        }
        DecodingThreads threads = new DecodingThreads(reader, unreadable, options.threads());
        DecodeAhead ahead = new DecodeAhead(threads, window);
        return over(ahead, split, transform, conditions, options, unreadable);
    }

    /** The source owns {@code decoded}, which is closed if there is no memory for batches. */
    private static BatchSource over(
            DecodedImages decoded,
            ImageSplit split,
            ImageTransform transform,
            ConditionPictures conditions,
            BatchOptions options,
            UnreadableImages unreadable) {
        try {
            return new BatchSource(split, transform, conditions, options, unreadable, decoded);
        } catch (RuntimeException | Error e) {
            decoded.close();
            throw e;
        }
    }

    /** Whether nothing is to be decoded: threads of their own then only wait for the disk. */
    private static boolean isReadInPlace(ImageSplit split, ConditionPictures conditions) {
        return conditions == null
                && split.images().stream().map(LabeledImage::packed).allMatch(Objects::nonNull);
    }

    /**
     * The next batch. Its pixels are valid until the next call of this method or of {@link #close}; the memory itself stays
     * accessible while it is referred to, but its content changes.
     *
     * @throws DataException if a whole epoch has no readable picture, or too few for a full batch where only full ones are
     *     wanted
     */
    public ImageBatch next() {
        requireOpen();
        if (following == null) {
            begin();
        }
        Future<Assembled> wanted = following;
        following = null;
        Assembled assembled = await(wanted);
        position = assembled.next();
        free = given;
        given = assembled.buffer();
        begin();
        return assembled.batch();
    }

    private void begin() {
        BatchBuffer target = free;
        following = ahead.submit(() -> assembler.next(target));
    }

    private static Assembled await(Future<Assembled> assembling) {
        try {
            return assembling.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a batch", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                default -> throw new IllegalStateException("a batch could not be made", e.getCause());
            }
        }
    }

    /**
     * Keeps the pixels of the last batch as they are for longer than until the next call of {@link #next}: until {@code done}
     * returns, which waits, on another thread, for a copy to a GPU, say.
     */
    public void keepUntil(Runnable done) {
        given.readUntil(done);
    }

    /** What is done to the pictures. */
    public ImageTransform transform() {
        return transform;
    }

    /** Pictures in an epoch, unreadable ones counted. */
    public int size() {
        return split.size();
    }

    /** Where the next batch begins. */
    public DataPosition position() {
        return position;
    }

    /**
     * Goes to a place that {@link #position} gave, in this or an earlier run.
     *
     * @throws DataException if an epoch of this split has no such place
     */
    public void seek(DataPosition target) {
        requireOpen();
        if (target.index() > split.size()) {
            throw new DataException(
                    "Can't go on at picture %d of an epoch: the split \"%s\" has %d pictures. Is it another folder?"
                            .formatted(target.index(), split.name(), split.size()));
        }
        forgetFollowing();
        position = target;
        assembler.enter(target);
    }

    /** Waits for the batch that is being made, which nobody will see. */
    private void forgetFollowing() {
        if (following != null) {
            Future<Assembled> unwanted = following;
            following = null;
            try {
                await(unwanted);
            } catch (DataException e) {
                // The same happens again to those who want that batch.
            }
        }
    }

    /** The pictures found unreadable so far, those of a batch to come included. */
    public UnreadableImages unreadable() {
        return unreadable;
    }

    /** Off-heap bytes of decoded pictures kept, or 0 if they are decoded each time. */
    public long cachedBytes() {
        return decoded instanceof ImageCache cache ? cache.byteSize() : 0;
    }

    /** Gives back the decoded pictures and ends the threads. Closing twice has no effect. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            try {
                forgetFollowing();
                List.of(given, free).forEach(BatchBuffer::awaitReaders);
            } finally {
                ahead.close();
                decoded.close();
            }
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the batch source is closed");
        }
    }
}
