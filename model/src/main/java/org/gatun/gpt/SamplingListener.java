package org.gatun.gpt;

import org.gatun.torch.TorchException;

/** Told after each token. What it throws ends the sampling; that is the way to cancel it. */
@FunctionalInterface
public interface SamplingListener {

    /** Listens to nothing. */
    SamplingListener NONE = _ -> {};

    /** A token of every sequence was drawn. Tensors made in here are closed when it returns. */
    void onToken(SamplingProgress progress);

    /** {@link SamplingOptions#cudaGraphs} is set, and a step was captured: tokens are drawn by replays from now on. */
    default void onCapture() {}

    /** {@link SamplingOptions#cudaGraphs} is set, and a step can't be captured: tokens are drawn kernel by kernel. */
    default void onCaptureFailure(TorchException failure) {}
}
