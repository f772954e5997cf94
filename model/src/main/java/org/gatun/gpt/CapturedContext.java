package org.gatun.gpt;

import java.util.List;
import org.gatun.torch.CapturedStep;
import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;

/**
 * A {@link CachedContext} that reads single tokens by steps of one shape, which attend to the whole cache behind a mask: so a GPU can
 * replay them as a CUDA graph. On a CPU they are ordinary steps, and slower than those of the cache alone.
 */
final class CapturedContext implements GptContext {

    /** As PyTorch advises: cuBLAS and others set themselves up in the first calls. */
    private static final int RUNS_BEFORE_CAPTURE = 3;

    private final CachedContext context;
    private final CapturedStep step;
    private final SamplingListener listener;
    private boolean told;

    /**
     * @param context closed with this
     * @param listener told once whether the steps were captured
     */
    CapturedContext(CachedContext context, SamplingListener listener) {
        this.context = context;
        this.listener = listener;
        Device device = context.device();
        this.step = device.isCuda()
                ? CapturedStep.onGraph(device, RUNS_BEFORE_CAPTURE, this::step)
                : CapturedStep.eager(this::step);
    }

    private List<Tensor> step(List<Tensor> tokensAndPosition) {
        return List.of(context.step(tokensAndPosition.getFirst(), tokensAndPosition.getLast()));
    }

    @Override
    public Tensor append(Tensor tokens) {
        if (context.length() == 0 || tokens.size(1) != 1) {
            return context.append(tokens);
        }
        context.checkRoomForOne();
        try (TensorScope scope = TensorScope.open()) {
            Tensor position = Torch.full(new long[] {1}, context.length(), DType.INT64, context.device());
            Tensor logits = step.run(List.of(tokens, position)).getFirst();
            context.advance();
            tell();
            return scope.moveToOuter(logits.alias());
        }
    }

    private void tell() {
        if (!told && (step.isCaptured() || step.captureFailure().isPresent())) {
            told = true;
            step.captureFailure().ifPresentOrElse(listener::onCaptureFailure, listener::onCapture);
        }
    }

    @Override
    public long length() {
        return context.length();
    }

    @Override
    public void clear() {
        context.clear();
    }

    @Override
    public void close() {
        step.close();
        context.close();
    }
}
