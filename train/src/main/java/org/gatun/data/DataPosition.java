package org.gatun.data;

import java.util.Map;

/**
 * A place in the sequence of pictures that a {@link BatchSource} gives out: everything that is needed, besides its options,
 * to go on from there.
 *
 * @param epoch number of whole passes before
 * @param index pictures of this pass before
 */
public record DataPosition(int epoch, int index) {
    /** Before the first picture. */
    public static final DataPosition START = new DataPosition(0, 0);

    private static final String EPOCH = "epoch";
    private static final String INDEX = "index";

    public DataPosition {
        if (epoch < 0 || index < 0) {
            throw new IllegalArgumentException("epoch and index must not be negative: " + epoch + ", " + index);
        }
    }

    /** The one that {@link #texts} wrote. */
    public static DataPosition of(Map<String, String> texts) {
        return new DataPosition(Integer.parseInt(texts.get(EPOCH)), Integer.parseInt(texts.get(INDEX)));
    }

    /** As texts by name. */
    public Map<String, String> texts() {
        return Map.of(EPOCH, Integer.toString(epoch), INDEX, Integer.toString(index));
    }

    DataPosition nextEpoch() {
        return new DataPosition(epoch + 1, 0);
    }
}
