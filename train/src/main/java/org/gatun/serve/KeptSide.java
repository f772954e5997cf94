package org.gatun.serve;

import java.util.List;
import java.util.stream.Stream;
import org.gatun.run.KeptRegion;

/** The side of a picture at which the part lies that is kept. */
enum KeptSide {
    TOP("top"),
    BOTTOM("bottom"),
    LEFT("left"),
    RIGHT("right");

    /** What requests call them. */
    static final List<String> WORDS = Stream.of(values()).map(side -> side.word).toList();

    private final String word;

    KeptSide(String word) {
        this.word = word;
    }

    /** The one that is called by one of {@link #WORDS}. */
    static KeptSide named(String word) {
        return Stream.of(values())
                .filter(side -> side.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no side is called " + word));
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
