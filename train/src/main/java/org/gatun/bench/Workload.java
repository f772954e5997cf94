package org.gatun.bench;

/** Work that can be timed: each run does the same, and returns when the device has done it. It owns its networks. */
public interface Workload extends AutoCloseable {

    void run();

    /** Whether runs replay a CUDA graph by now. */
    boolean isCaptured();

    /** What one run does. */
    RunSize size();

    @Override
    void close();
}
