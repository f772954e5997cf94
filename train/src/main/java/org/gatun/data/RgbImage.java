package org.gatun.data;

import java.lang.foreign.MemorySegment;

/** A decoded picture: {@code (height, width, 3)} bytes, red first. */
record RgbImage(MemorySegment pixels, int width, int height) implements DecodedImage {
    static final int CHANNELS = 3;

    @Override
    public RgbImage at(MemorySegment copy) {
        return new RgbImage(copy, width, height);
    }
}
