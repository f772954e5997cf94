package org.gatun.data;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Which picture stands where in an epoch: a function of the seed and the epoch alone. */
final class EpochOrder {
    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

    private final int size;
    private final BatchOptions options;

    /** @param size number of pictures */
    EpochOrder(int size, BatchOptions options) {
        this.size = size;
        this.options = options;
    }

    /** Indices into the split's pictures, as many as there are pictures. */
    int[] indices(int epoch) {
        int[] all = IntStream.range(0, size).toArray();
        if (!options.shuffle()) {
            return all;
        }
        SplittableRandom random = new SplittableRandom(mix(mix(options.seed()) + epoch));
        return shuffle(all, random);
    }

    /** The source of what is random about one picture of an epoch, whatever was drawn before. */
    RandomGenerator randomAt(DataPosition position) {
        return new SplittableRandom(mix(mix(mix(options.seed()) + position.epoch()) + 1 + position.index()));
    }

    /** Fisher and Yates's shuffle, in place. */
    private static int[] shuffle(int[] values, SplittableRandom random) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = values[i];
            values[i] = values[j];
            values[j] = swapped;
        }
        return values;
    }

    /** The finaliser of SplitMix64: neighbouring numbers become unrelated ones. */
    private static long mix(long value) {
        long z = value + GOLDEN_RATIO;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
