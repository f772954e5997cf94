package org.gatun.train;

import java.util.List;
import java.util.Map;
import org.gatun.data.UnreadableImages;

/** Where training gets codes from. */
sealed interface CodeSource extends AutoCloseable permits CodeDataset, OnTheFlyCodes {

    /** The next batch, chosen at random; its tensors are the innermost scope's, on the device of training. */
    CodeBatch next(int batchSize);

    /** Where the next batch begins, by name, as far as libtorch's random generators don't decide. */
    Map<String, String> position();

    /** Goes on where {@link #position} once was. */
    void resume(Map<String, String> position);

    /** The pictures that could not be read so far. */
    default List<UnreadableImages> unreadable() {
        return List.of();
    }

    @Override
    void close();
}
