package org.gatun.serve;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The side of a picture at which the part lies that is kept. */
enum KeptSide {
    TOP,
    BOTTOM,
    LEFT,
    RIGHT;

    /** What requests call them. */
    static final List<String> WORDS = Stream.of(values())
            .map(side -> side.name().toLowerCase(Locale.ROOT))
            .toList();

    /** The one that is called by one of {@link #WORDS}. */
    static KeptSide named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Whether the part is left or right of the rest. */
    boolean isHorizontal() {
        return this == LEFT || this == RIGHT;
    }

    /** Whether the part comes before the rest. */
    boolean isAtStart() {
        return this == TOP || this == LEFT;
    }
}
