package org.gatun.torch;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.gatun.torch.ffm.gatun_h;

/**
 * Gradients, and whether they are recorded. A backward pass computes in the types of its forward pass: {@link Autocast} stays out of it, as
 * PyTorch advises. Grad mode belongs to the native thread:
 *
 * {@snippet :
 * try (var _ = Autograd.noGrad()) {
 *     y = network.forward(x);     // records nothing
 * }
 * }
 */
public final class Autograd {

    static {
        LibTorch.load();
    }

    private Autograd() {}

    /** Restores, when closed, the grad mode that it replaced. */
    public static final class GradModeGuard implements AutoCloseable {

        private final Thread owner = Thread.currentThread();
        private final int previous = gatun_h.gatun_grad_mode_is_enabled();
        private boolean closed;

        private GradModeGuard(boolean enabled) {
            gatun_h.gatun_grad_mode_set_enabled(enabled ? 1 : 0);
        }

        /**
         * Closing twice does nothing.
         *
         * @throws IllegalStateException on another thread than the one that opened it
         */
        @Override
        public void close() {
            if (Thread.currentThread() != owner) {
                throw new IllegalStateException("grad mode was set by thread " + owner.getName());
            }
            if (!closed) {
                closed = true;
                gatun_h.gatun_grad_mode_set_enabled(previous);
            }
        }
    }

    /** Stops recording on this thread until the guard is closed. */
    public static GradModeGuard noGrad() {
        ThreadState.requirePlatformThread("grad mode");
        return new GradModeGuard(false);
    }

    /** Records on this thread until the guard is closed, also inside {@link #noGrad()}. */
    public static GradModeGuard enableGrad() {
        ThreadState.requirePlatformThread("grad mode");
        return new GradModeGuard(true);
    }

    /** Whether this thread records operations for gradients. */
    public static boolean isGradEnabled() {
        return gatun_h.gatun_grad_mode_is_enabled() == 1;
    }

    /** The gradients of the scalar {@code output} for {@code inputs}, all of which it must depend on; the graph is freed. */
    public static List<Tensor> grad(Tensor output, List<Tensor> inputs) {
        return grad(List.of(output), inputs, List.of(), false, false, false);
    }

    /**
     * The sum over {@code outputs} of their gradients for {@code inputs} ({@code torch.autograd.grad}). The caller, or the
     * innermost scope, owns the results.
     *
     * @param grad_outputs the gradient that flows into each output, of its shape; empty if all outputs are scalars
     * @param retain_graph whether the graph can be used again
     * @param create_graph whether gradients can be differentiated in turn
     * @param allow_unused whether an input may have no part in the outputs; its gradient is then null
     */
    public static List<Tensor> grad(
            List<Tensor> outputs,
            List<Tensor> inputs,
            List<Tensor> grad_outputs,
            boolean retain_graph,
            boolean create_graph,
            boolean allow_unused) {
        try (Autocast _ = Autocast.suspend(outputs)) {
            CallArguments memory = CallArguments.begin();
            MemorySegment grads = memory.results(inputs.size());
            int status = gatun_h.gatun_autograd_grad(
                    memory.handles(outputs),
                    outputs.size(),
                    memory.handles(inputs),
                    inputs.size(),
                    memory.handles(grad_outputs),
                    grad_outputs.size(),
                    retain_graph || create_graph ? 1 : 0,
                    create_graph ? 1 : 0,
                    allow_unused ? 1 : 0,
                    grads);
            if (status != 0) {
                throw TorchException.in("grad", outputs, inputs);
            }
            List<Tensor> results = new ArrayList<>(inputs.size());
            for (int i = 0; i < inputs.size(); i++) {
                results.add(Tensor.adopt(grads, i));
            }
            return results;
        }
    }

    /**
     * Accumulates the gradients of {@code tensors} into the leaves ({@code torch.autograd.backward}).
     *
     * @param grad_tensors the gradient that flows into each tensor; empty if all are scalars
     */
    public static void backward(
            List<Tensor> tensors, List<Tensor> grad_tensors, boolean retain_graph, boolean create_graph) {
        try (Autocast _ = Autocast.suspend(tensors)) {
            CallArguments memory = CallArguments.begin();
            int status = gatun_h.gatun_autograd_backward(
                    memory.handles(tensors),
                    tensors.size(),
                    memory.handles(grad_tensors),
                    grad_tensors.size(),
                    retain_graph || create_graph ? 1 : 0,
                    create_graph ? 1 : 0);
            if (status != 0) {
                throw TorchException.in("backward", tensors);
            }
        }
    }
}
