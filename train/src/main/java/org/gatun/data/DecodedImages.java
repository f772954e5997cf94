package org.gatun.data;

import java.util.Optional;

/** Where a {@link BatchSource} gets decoded pictures from. */
sealed interface DecodedImages extends AutoCloseable permits ImageCache, DecodeAhead {
    /** Announces that the pictures of {@code order} (indices into the split) will be asked for from {@code from} on. */
    void expect(int[] order, int from);

    /**
     * The picture at a place of the expected order, or nothing if it is unreadable. Places don't decrease from call to
     * call.
     */
    Optional<DecodedItem> at(int place);

    @Override
    void close();
}
