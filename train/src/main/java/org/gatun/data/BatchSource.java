package org.gatun.data;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An endless sequence of batches over a split, epoch after epoch. It depends on the pictures, the transform and the
 * options alone: after {@link #seek} it goes on as it did the first time. A split that fits the options' memory is decoded
 * once when the source is opened, and a batch then costs its copying alone; otherwise pictures are decoded ahead by threads
 * of the source's own. Unreadable pictures are skipped and noted in {@link #unreadable}. For one thread at a time.
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
    private final EpochOrder epochOrder;
    private final UnreadableImages unreadable;
    private final DecodedImages decoded;
    private final BatchBuffer pictures;

    /** Null if there are none. */
    private final BatchBuffer conditions;

    private int[] order;
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
        this.epochOrder = new EpochOrder(split.images(), options);
        this.unreadable = unreadable;
        this.decoded = decoded;
        this.pictures = new BatchBuffer(transform, options.batchSize());
        this.conditions = conditions == null ? null : new BatchBuffer(conditions.transform(), options.batchSize());
        seek(DataPosition.START);
    }

    /**
     * Opens a source at {@link DataPosition#START}, with the split decoded if it fits.
     *
     * @throws DataException if the split is empty, has too few pictures for a full batch where only full ones are wanted,
     *     or, as far as it was decoded now, has no readable picture
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
        if (leastBytes <= options.cacheBytes()) {
            try (DecodingThreads threads = new DecodingThreads(reader, unreadable, options.threads())) {
                Optional<ImageCache> cache = ImageCache.fill(reader.size(), threads, window, options.cacheBytes());
                if (cache.isPresent()) {
                    int readable = split.size() - unreadable.count();
                    if (readable < (options.dropLast() ? options.batchSize() : 1)) {
                        cache.get().close();
                        throw tooFewReadable(split, options, unreadable);
                    }
                    return new BatchSource(split, transform, conditions, options, unreadable, cache.get());
                }
            }
        }
        DecodingThreads threads = new DecodingThreads(reader, unreadable, options.threads());
        DecodeAhead ahead = new DecodeAhead(threads, window);
        return new BatchSource(split, transform, conditions, options, unreadable, ahead);
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
        while (true) {
            boolean wholeEpoch = position.index() == 0;
            int[] labels = new int[options.batchSize()];
            int size = fill(labels);
            skipToNextBatch();
            if (size == options.batchSize() || (size > 0 && !options.dropLast())) {
                return new ImageBatch(
                        pictures.first(size),
                        conditions == null ? null : conditions.first(size),
                        Arrays.copyOf(labels, size),
                        size);
            }
            if (wholeEpoch) {
                throw tooFewReadable(split, options, unreadable);
            }
        }
    }

    /** What is done to the pictures. */
    public ImageTransform transform() {
        return transform;
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
        enter(target);
    }

    /** The pictures found unreadable so far. */
    public UnreadableImages unreadable() {
        return unreadable;
    }

    /** Off-heap bytes of decoded pictures kept, or 0 if they are decoded each time. */
    public long cachedBytes() {
        return decoded instanceof ImageCache cache ? cache.byteSize() : 0;
    }

    /** Number of batches in an epoch, if all pictures are readable. */
    public int batchesPerEpoch() {
        return options.dropLast()
                ? split.size() / options.batchSize()
                : Math.ceilDiv(split.size(), options.batchSize());
    }

    /** Gives back the decoded pictures and ends the threads. Closing twice has no effect. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            decoded.close();
        }
    }

    private int fill(int[] labels) {
        List<LabeledImage> images = split.images();
        int size = 0;
        int index = position.index();
        while (size < options.batchSize() && index < order.length) {
            Optional<DecodedItem> item = decoded.at(index);
            if (item.isPresent()) {
                DataPosition place = new DataPosition(position.epoch(), index);
                pictures.place(item.get().picture(), epochOrder.randomAt(place), size);
                if (conditions != null) {
                    conditions.place(item.get().condition(), epochOrder.randomAt(place), size);
                }
                labels[size++] = images.get(order[index]).label();
            }
            index++;
        }
        position = new DataPosition(position.epoch(), index);
        return size;
    }

    /** Moves past unreadable pictures and the end of the epoch, so that the position is where a batch begins. */
    private void skipToNextBatch() {
        int index = position.index();
        while (index < order.length && decoded.at(index).isEmpty()) {
            index++;
        }
        int least = options.dropLast() ? options.batchSize() : 1;
        if (order.length - index < least) {
            enter(position.nextEpoch());
        } else {
            position = new DataPosition(position.epoch(), index);
        }
    }

    private void enter(DataPosition target) {
        position = target;
        order = epochOrder.indices(target.epoch());
        decoded.expect(order, target.index());
    }

    private static DataException tooFewReadable(ImageSplit split, BatchOptions options, UnreadableImages unreadable) {
        int readable = split.size() - unreadable.count();
        String problem = readable <= 0
                ? "None of the %d pictures in the split \"%s\" is readable".formatted(split.size(), split.name())
                : "Only %d of the %d pictures in the split \"%s\" are readable, fewer than a batch of %d"
                        .formatted(readable, split.size(), split.name(), options.batchSize());
        return new DataException(problem + ". " + unreadable.summary());
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the batch source is closed");
        }
    }
}
