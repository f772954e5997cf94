package org.gatun.bench;

import java.util.function.Consumer;
import org.gatun.gpt.SamplingListener;
import org.gatun.gpt.SamplingProgress;
import org.gatun.torch.TorchException;

/** Notices whether a sampling replays its steps as a CUDA graph, and says once why not. */
final class CaptureWatch implements SamplingListener {

    private final Consumer<String> log;
    private boolean captured;
    private boolean failed;

    CaptureWatch(Consumer<String> log) {
        this.log = log;
    }

    @Override
    public void onToken(SamplingProgress progress) {}

    @Override
    public void onCapture() {
        captured = true;
    }

    @Override
    public void onCaptureFailure(TorchException failure) {
        if (!failed) {
            log.accept("NOTE: drawing can't be captured as a CUDA graph and runs kernel by kernel: "
                    + failure.getMessage());
        }
        failed = true;
    }

    /** Of what has been drawn. */
    boolean isCaptured() {
        return captured && !failed;
    }
}
