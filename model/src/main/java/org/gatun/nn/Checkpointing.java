package org.gatun.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gatun.torch.Autograd;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;

/**
 * Activation checkpointing (arXiv 1604.06174; {@code torch.utils.checkpoint}): of a chain of stages only what goes from one to the next is
 * kept, and the backward pass computes each stage again. It takes the memory of one stage's activations instead of all, and the time of one
 * more forward pass; the gradients are the same.
 *
 * <p>One pass through a chain without dropout. What it keeps belongs to the scope in which {@link #forward} is called.
 */
public final class Checkpointing {

    private final List<Stage> stages;

    /** What each stage was given, in the stages' order. */
    private final List<Tensor> inputs = new ArrayList<>();

    public Checkpointing(List<Stage> stages) {
        this.stages = stages;
    }

    /**
     * The chain's output, a leaf that requires gradients, of the innermost open scope.
     *
     * @param x not changed until {@link #backward}
     */
    public Tensor forward(Tensor x) {
        try (TensorScope scope = TensorScope.open()) {
            Tensor h = x;
            for (Stage stage : stages) {
                inputs.add(scope.moveToOuter(h.detach()));
                // Recorded and let go, so that both passes are by the same kernels.
                try (TensorScope inner = TensorScope.open()) {
                    h = inner.moveToOuter(stage.forward().apply(h, true).detach());
                }
            }
            return scope.moveToOuter(h.requires_grad_(true));
        }
    }

    /**
     * Goes back through the chain, once.
     *
     * @param gradOutput the gradient for the output
     * @param into gets the gradient of each parameter; they are the innermost open scope's
     * @return the gradient for {@code x}, likewise; null if {@code wanted} is false
     */
    public Tensor backward(Tensor gradOutput, Map<Tensor, Tensor> into, boolean wanted) {
        try (TensorScope scope = TensorScope.open()) {
            Tensor gradient = gradOutput;
            for (int i = stages.size() - 1; i >= 0; i--) {
                Tensor next = backward(i, gradient, into, i > 0 || wanted);
                if (gradient != gradOutput) {
                    gradient.close(); // what has been used is of an activation's size
                }
                gradient = next;
            }
            stages.forEach(stage -> stage.parameters().forEach(p -> scope.moveToOuter(into.get(p))));
            return wanted ? scope.moveToOuter(gradient) : null;
        }
    }

    private Tensor backward(int index, Tensor gradOutput, Map<Tensor, Tensor> into, boolean wanted) {
        Stage stage = stages.get(index);
        try (TensorScope scope = TensorScope.open();
                Tensor kept = inputs.removeLast()) {
            Tensor input = wanted ? kept.requires_grad_(true) : kept;
            Tensor output = stage.forward().apply(input, true);
            Tensor gradient =
                    backward(List.of(output), List.of(gradOutput), wanted ? input : null, stage.parameters(), into);
            stage.parameters().forEach(p -> scope.moveToOuter(into.get(p)));
            return wanted ? scope.moveToOuter(gradient) : null;
        }
    }

    /**
     * Goes back through a recorded part of a network.
     *
     * @param flows the gradients for {@code outputs}
     * @param leaf where the part begins; null if its gradient is not wanted
     * @param into gets the gradient of each of {@code parameters}; they are the innermost open scope's
     * @return the gradient for {@code leaf}, likewise; null without one
     */
    public static Tensor backward(
            List<Tensor> outputs, List<Tensor> flows, Tensor leaf, List<Tensor> parameters, Map<Tensor, Tensor> into) {
        List<Tensor> targets = new ArrayList<>(parameters);
        if (leaf != null) {
            targets.add(leaf);
        }
        List<Tensor> gradients = Autograd.grad(outputs, targets, flows, false, false, false);
        for (int i = 0; i < parameters.size(); i++) {
            into.put(parameters.get(i), gradients.get(i));
        }
        return leaf == null ? null : gradients.getLast();
    }
}
