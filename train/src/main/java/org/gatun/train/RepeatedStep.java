package org.gatun.train;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.gatun.torch.CapturedStep;
import org.gatun.torch.Device;
import org.gatun.torch.Tensor;

/**
 * The steps of a training: as ordinary ones, or of one shape, which a GPU replays as a CUDA graph. A step of another kind than the last
 * (the discriminator comes in) is captured anew, in place of the old one.
 */
final class RepeatedStep implements AutoCloseable {

    /** As PyTorch advises: cuDNN and others set themselves up in the first calls. */
    private static final int RUNS_BEFORE_CAPTURE = 3;

    private final Device device;
    private final boolean graphs;
    private final UnaryOperator<List<Tensor>> work;
    private final Consumer<String> log;
    private CapturedStep step;
    private Object kind;
    private boolean reported;

    /**
     * @param graphs whether steps are of one shape, and captured where there is a GPU
     * @param work a step on its inputs; it must depend on nothing else that changes but tensors that stay where they are
     * @param log told once if the capture fails
     */
    RepeatedStep(Device device, boolean graphs, UnaryOperator<List<Tensor>> work, Consumer<String> log) {
        this.device = device;
        this.graphs = graphs;
        this.work = work;
        this.log = log;
    }

    /**
     * Does one step.
     *
     * @param current of the same kind the work is the same
     * @return what the work returns; valid until the next run, and not to be closed
     */
    List<Tensor> run(Object current, List<Tensor> inputs) {
        if (!current.equals(kind)) {
            close();
            step = make();
            kind = current;
            reported = false;
        }
        List<Tensor> results = step.run(inputs);
        Optional<String> failure = step.captureFailure().map(Throwable::getMessage);
        if (failure.isPresent() && !reported) {
            reported = true;
            log.accept("NOTE: the step can't be captured as a CUDA graph and runs kernel by kernel: " + failure.get());
        }
        return results;
    }

    /** Whether steps of the kind that ran last are replays of a graph. */
    boolean isCaptured() {
        return step != null && step.isCaptured();
    }

    private CapturedStep make() {
        if (!graphs) {
            return CapturedStep.eager(work);
        }
        return device.isCuda()
                ? CapturedStep.onGraph(device, RUNS_BEFORE_CAPTURE, work)
                : CapturedStep.withStaticInputs(work);
    }

    @Override
    public void close() {
        if (step != null) {
            step.close();
            step = null;
            kind = null;
        }
    }
}
