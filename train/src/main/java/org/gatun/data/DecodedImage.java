package org.gatun.data;

import java.lang.foreign.MemorySegment;

/** A picture as its file gives it, resized, to be cropped. */
sealed interface DecodedImage permits RgbImage, FloatMap {

    MemorySegment pixels();

    int width();

    int height();

    /** The same with its pixels elsewhere. */
    DecodedImage at(MemorySegment copy);
}
