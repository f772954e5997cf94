package org.gatun.torch;

import java.util.List;
import java.util.function.Supplier;

/** Where a {@link CapturedStep} runs: a GPU, or in tests something that behaves like one. */
interface StepDevice {

    /** Work that was captured. It owns its results. */
    interface Captured extends AutoCloseable {

        /** Does the work, and returns its results: the same tensors each time. */
        List<Tensor> replay();

        @Override
        void close();
    }

    /** Runs {@code work} after everything that was asked for on the current stream, and before everything that will be. */
    List<Tensor> run(Supplier<List<Tensor>> work);

    /**
     * Captures {@code work} without doing it. Called inside {@link #run}.
     *
     * @param work returns tensors that no scope owns
     * @throws TorchException if it can't be captured
     */
    Captured capture(Supplier<List<Tensor>> work);
}
