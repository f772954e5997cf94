package org.gatun.data;

import java.lang.foreign.MemorySegment;

/** A decoded picture: {@code (height, width, 3)} bytes, red first. */
record RgbImage(MemorySegment pixels, int width, int height) {
    static final int CHANNELS = 3;
}
