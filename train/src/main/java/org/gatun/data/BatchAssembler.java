package org.gatun.data;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Makes the batches of a split, one after the other. For one thread at a time. */
final class BatchAssembler {
    private final ImageSplit split;
    private final BatchOptions options;
    private final EpochOrder epochOrder;
    private final UnreadableImages unreadable;
    private final DecodedImages decoded;
    private int[] order;
    private DataPosition position;

    /**
     * A batch.
     *
     * @param buffer its memory
     * @param next where the batch after it begins
     */
    record Assembled(ImageBatch batch, BatchBuffer buffer, DataPosition next) {}

    BatchAssembler(ImageSplit split, BatchOptions options, UnreadableImages unreadable, DecodedImages decoded) {
        this.split = split;
        this.options = options;
        this.epochOrder = new EpochOrder(split.size(), options);
        this.unreadable = unreadable;
        this.decoded = decoded;
    }

    /** Goes on at {@code target}. */
    void enter(DataPosition target) {
        position = target;
        order = epochOrder.indices(target.epoch());
        decoded.expect(order, target.index());
    }

    /**
     * Writes the next batch to {@code buffer}, when nobody reads that any more.
     *
     * @throws DataException if a whole epoch has no readable picture, or too few for a full batch where only full ones are
     *     wanted
     */
    Assembled next(BatchBuffer buffer) {
        buffer.awaitReaders();
        while (true) {
            boolean wholeEpoch = position.index() == 0;
            int[] labels = fill(buffer);
            skipToNextBatch();
            if (labels.length == options.batchSize() || (labels.length > 0 && !options.dropLast())) {
                return new Assembled(buffer.first(labels), buffer, position);
            }
            if (wholeEpoch) {
                throw tooFewReadable(split, options, unreadable);
            }
        }
    }

    /** Writes pictures until the batch is full or the epoch over, and returns their labels. */
    private int[] fill(BatchBuffer buffer) {
        List<LabeledImage> images = split.images();
        int[] labels = new int[options.batchSize()];
        int size = 0;
        int index = position.index();
        while (size < options.batchSize() && index < order.length) {
            Optional<DecodedItem> item = decoded.at(index);
            if (item.isPresent()) {
                buffer.place(item.get(), epochOrder, new DataPosition(position.epoch(), index), size);
                labels[size++] = images.get(order[index]).label();
            }
            index++;
        }
        position = new DataPosition(position.epoch(), index);
        return Arrays.copyOf(labels, size);
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

    static DataException tooFewReadable(ImageSplit split, BatchOptions options, UnreadableImages unreadable) {
        int readable = split.size() - unreadable.count();
        String problem = readable <= 0
                ? "None of the %d pictures in the split \"%s\" is readable".formatted(split.size(), split.name())
                : "Only %d of the %d pictures in the split \"%s\" are readable, fewer than a batch of %d"
                        .formatted(readable, split.size(), split.name(), options.batchSize());
        return new DataException(problem + ". " + unreadable.summary());
    }
}
