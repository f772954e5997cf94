package org.gatun.gpt;

import java.util.stream.LongStream;

/**
 * The reference's {@code Random}: one fixed shuffle, that of {@code numpy.random.RandomState(1).permutation}. A checkpoint brings its
 * own in the permuter's buffers, which then counts.
 */
public record RandomOrder() implements CodeOrder {

    private static final int SEED = 1;

    @Override
    public long[] indices(int height, int width) {
        long[] indices = LongStream.range(0, (long) height * width).toArray();
        MersenneTwister random = new MersenneTwister(SEED);
        for (int i = indices.length - 1; i > 0; i--) {
            int j = random.nextAtMost(i);
            long other = indices[i];
            indices[i] = indices[j];
            indices[j] = other;
        }
        return indices;
    }
}
