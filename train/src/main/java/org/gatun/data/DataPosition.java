package org.gatun.data;

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

    public DataPosition {
        if (epoch < 0 || index < 0) {
            throw new IllegalArgumentException("epoch and index must not be negative: " + epoch + ", " + index);
        }
    }

    DataPosition nextEpoch() {
        return new DataPosition(epoch + 1, 0);
    }
}
