package org.gatun.data;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * A picture of a split, and its condition's.
 *
 * @param condition null if there is none
 */
record DecodedItem(DecodedImage picture, DecodedImage condition) {

    long byteSize() {
        return picture.pixels().byteSize()
                + (condition == null ? 0 : condition.pixels().byteSize());
    }

    /** The same in memory of {@code arena}. */
    DecodedItem copyTo(Arena arena) {
        return new DecodedItem(copyTo(arena, picture), condition == null ? null : copyTo(arena, condition));
    }

    private static DecodedImage copyTo(Arena arena, DecodedImage image) {
        MemorySegment copy = arena.allocate(image.pixels().byteSize(), Float.BYTES);
        return image.at(copy.copyFrom(image.pixels()));
    }
}
