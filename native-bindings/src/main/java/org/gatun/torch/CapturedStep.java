package org.gatun.torch;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Work that is done over and over on inputs of the same shapes: a training step, a token's decoding. On a GPU it can be captured as a
 * {@link CudaGraph}: the first runs are ordinary ones, which set libraries up; then it is captured, and from there on replayed. Each run
 * does the work exactly once, whichever way, and the results are the same; {@link #eager} is the ordinary way always.
 *
 * {@snippet :
 * try (CapturedStep step = CapturedStep.onGraph(device, 3, batch -> List.of(train(batch.getFirst())))) {
 *     for (Tensor batch : batches) {
 *         Tensor loss = step.run(List.of(batch)).getFirst();      // valid until the next run
 *     }
 * }
 * }
 *
 * <p>What may be captured, {@link CudaGraph} says. Besides, the work must not depend on anything but its inputs and on tensors that stay
 * where they are: a Java number in it, a learning rate for one, is captured with its value of that day. If the capture fails, the step
 * goes on the ordinary way, and {@link #captureFailure} tells why. Inputs of other shapes than the first ones run the ordinary way too.
 *
 * <p>It owns the tensors that it returns, and copies of the inputs. One thread uses it.
 */
public final class CapturedStep implements AutoCloseable {

    private final UnaryOperator<List<Tensor>> work;
    private final StepDevice device; // or null
    private final boolean staticInputs;
    private int runsBeforeCapture;
    private List<Tensor> inputs;
    private List<Tensor> results = List.of();
    private StepDevice.Captured captured;
    private TorchException captureFailure;

    private CapturedStep(
            UnaryOperator<List<Tensor>> work, StepDevice device, boolean staticInputs, int runsBeforeCapture) {
        this.work = work;
        this.device = device;
        this.staticInputs = staticInputs;
        this.runsBeforeCapture = runsBeforeCapture;
    }

    /** The ordinary way, on any device. */
    public static CapturedStep eager(UnaryOperator<List<Tensor>> work) {
        return new CapturedStep(work, null, false, 0);
    }

    /**
     * The ordinary way on any device, but on copies of the inputs that stay where they are, as on a graph: work that gives the same
     * results so as by {@link #eager} depends on nothing else that changes.
     */
    public static CapturedStep withStaticInputs(UnaryOperator<List<Tensor>> work) {
        return new CapturedStep(work, null, true, 0);
    }

    /**
     * Captured on a GPU.
     *
     * @param runsBeforeCapture at least one; 3 is what PyTorch advises
     */
    public static CapturedStep onGraph(Device gpu, int runsBeforeCapture, UnaryOperator<List<Tensor>> work) {
        return on(new CudaStepDevice(CudaStream.fromPool(gpu)), runsBeforeCapture, work);
    }

    static CapturedStep on(StepDevice device, int runsBeforeCapture, UnaryOperator<List<Tensor>> work) {
        if (runsBeforeCapture < 1) {
            throw new IllegalArgumentException("at least one run is needed before the capture");
        }
        return new CapturedStep(work, device, true, runsBeforeCapture);
    }

    /**
     * Does the work once.
     *
     * @return its results, which hold until the next run or {@link #close}, and are not to be closed
     */
    public List<Tensor> run(List<Tensor> current) {
        if (device == null) {
            if (!staticInputs || inputs != null && !fits(current)) {
                return runEagerly(current);
            }
            copyInputs(current);
            return runEagerly(inputs);
        }
        return device.run(() -> {
            if (captureFailure != null || inputs != null && !fits(current)) {
                return runEagerly(current);
            }
            copyInputs(current);
            if (captured == null && runsBeforeCapture > 0) {
                runsBeforeCapture--;
                return runEagerly(inputs);
            }
            if (captured == null && !capture()) {
                return runEagerly(inputs);
            }
            closeResults();
            return captured.replay();
        });
    }

    private List<Tensor> runEagerly(List<Tensor> current) {
        closeResults();
        results = kept(work, current);
        return results;
    }

    private boolean capture() {
        try {
            captured = device.capture(() -> kept(work, inputs));
            return true;
        } catch (TorchException e) {
            captureFailure = e;
            return false;
        }
    }

    /** What {@code work} returns, owned by no scope; of a tensor that somebody else owns, an alias. */
    private static List<Tensor> kept(UnaryOperator<List<Tensor>> work, List<Tensor> current) {
        try (TensorScope scope = TensorScope.open()) {
            List<Tensor> results = work.apply(current).stream()
                    .map(tensor -> tensor.scope == scope ? tensor : tensor.alias())
                    .toList();
            results.forEach(scope::keep);
            return results;
        }
    }

    private void copyInputs(List<Tensor> current) {
        try (TensorScope scope = TensorScope.open();
                var _ = Autograd.noGrad()) {
            if (inputs == null) {
                List<Tensor> copies =
                        current.stream().map(tensor -> tensor.detach().clone()).toList();
                copies.forEach(scope::keep);
                inputs = copies;
            } else {
                for (int i = 0; i < inputs.size(); i++) {
                    inputs.get(i).copy_(current.get(i), true);
                }
            }
        }
    }

    private boolean fits(List<Tensor> current) {
        if (current.size() != inputs.size()) {
            return false;
        }
        for (int i = 0; i < inputs.size(); i++) {
            Tensor expected = inputs.get(i);
            Tensor actual = current.get(i);
            if (expected.dtype() != actual.dtype() || !Arrays.equals(expected.shape(), actual.shape())) {
                return false;
            }
        }
        return true;
    }

    /** Whether runs are replays from now on. */
    public boolean isCaptured() {
        return captured != null;
    }

    /** Why the capture failed, if it did. */
    public Optional<TorchException> captureFailure() {
        return Optional.ofNullable(captureFailure);
    }

    private void closeResults() {
        results.forEach(Tensor::close);
        results = List.of();
    }

    @Override
    public void close() {
        closeResults();
        if (captured != null) {
            captured.close();
            captured = null;
        }
        if (inputs != null) {
            inputs.forEach(Tensor::close);
            inputs = null;
        }
    }
}
