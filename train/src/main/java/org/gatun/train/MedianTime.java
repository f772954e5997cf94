package org.gatun.train;

import java.util.Arrays;

/** The time of a repeated piece of work, as the median of several runs after a warm-up. */
public final class MedianTime {

    private MedianTime() {}

    /** @return seconds a run */
    public static double seconds(Runnable work, int warmup, int measured) {
        double[] seconds = new double[measured];
        for (int i = -warmup; i < measured; i++) {
            long begin = System.nanoTime();
            work.run();
            if (i >= 0) {
                seconds[i] = (System.nanoTime() - begin) / 1e9;
            }
        }
        Arrays.sort(seconds);
        return seconds[measured / 2];
    }
}
