package org.gatun.train;

/** How fast steps are, from one reading to the next. What lies between steps, such as evaluations and checkpoints, does not count. */
final class Throughput {

    private long pictures;
    private double flops;
    private long nanos;
    private double picturesPerSecond;
    private double flopsPerSecond;

    /**
     * Adds a step.
     *
     * @param stepFlops operations of the step, 0 if they are not known
     */
    void add(int stepPictures, double stepFlops, long stepNanos) {
        pictures += stepPictures;
        flops += stepFlops;
        nanos += stepNanos;
    }

    /** Reads, after a step that has waited for the device. */
    void read() {
        picturesPerSecond = pictures * 1e9 / nanos;
        flopsPerSecond = flops * 1e9 / nanos;
        pictures = 0;
        flops = 0;
        nanos = 0;
    }

    /** Pictures a second, as last read. */
    double picturesPerSecond() {
        return picturesPerSecond;
    }

    /** Operations a second, as last read; 0 if they are not known. */
    double flopsPerSecond() {
        return flopsPerSecond;
    }
}
