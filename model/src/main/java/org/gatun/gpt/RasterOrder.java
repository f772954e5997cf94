package org.gatun.gpt;

import java.util.stream.LongStream;

/** Row by row, the reference's {@code Identity}. */
public record RasterOrder() implements CodeOrder {

    @Override
    public long[] indices(int height, int width) {
        return LongStream.range(0, (long) height * width).toArray();
    }
}
