package org.gatun.serve;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.gatun.run.KeptRegion;

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

    /** The part that is this share of the picture. */
    KeptRegion region(double share) {
        return switch (this) {
            case TOP -> new KeptRegion(0, 0, 1, share);
            case BOTTOM -> new KeptRegion(0, 1 - share, 1, share);
            case LEFT -> new KeptRegion(0, 0, share, 1);
            case RIGHT -> new KeptRegion(1 - share, 0, share, 1);
        };
    }
}
