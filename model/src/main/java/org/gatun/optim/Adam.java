package org.gatun.optim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatun.torch.Autograd;
import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;

/**
 * Adam (arXiv 1412.6980), and AdamW (arXiv 1711.05101) where groups have a decoupled weight decay, all parameters of a group in one
 * fused call of libtorch's. Gradients are arguments of {@link #step}, not state of the parameters. All that changes from step to step,
 * the learning rate too, is in tensors that stay where they are: a step can be captured as a CUDA graph.
 *
 * <p>It owns its moments, not the parameters.
 */
public final class Adam implements AutoCloseable {

    /** Added to the norm, as PyTorch does. */
    private static final double CLIP_EPS = 1e-6;

    private final double beta1;
    private final double beta2;
    private final double eps;
    private final List<Group> groups = new ArrayList<>();

    /** Null before there are parameters, whose device decides where it counts. */
    private SkippedSteps skipped;

    private double lr;
    private double maxGradNorm = Double.POSITIVE_INFINITY;

    /** {@link #lr} where the kernel reads it: float32 on a GPU, which takes no other; null before there are parameters. */
    private Tensor lrOnDevice;

    /** Parameters with the same decay, by name, and what Adam remembers of each. */
    private record Group(
            List<String> names,
            List<Tensor> parameters,
            double weightDecay,
            List<Tensor> expAvgs,
            List<Tensor> expAvgSqs,
            List<Tensor> steps) {}

    public Adam(double lr, double beta1, double beta2, double eps) {
        this.lr = lr;
        this.beta1 = beta1;
        this.beta2 = beta2;
        this.eps = eps;
    }

    /** Adds contiguous parameters, with decoupled weight decay if that is not 0. */
    public Adam add(Map<String, Tensor> parameters, double weightDecay) {
        if (parameters.isEmpty()) {
            return this;
        }
        parameters.forEach((name, parameter) -> {
            if (!parameter.isContiguous()) {
                throw new IllegalArgumentException("parameter " + name + " is not contiguous");
            }
        });
        Group group = new Group(
                List.copyOf(parameters.keySet()),
                List.copyOf(parameters.values()),
                weightDecay,
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
        try (TensorScope scope = TensorScope.open();
                var _ = Autograd.noGrad()) {
            for (Tensor parameter : group.parameters) {
                group.expAvgs.add(scope.keep(parameter.zeros_like()));
                group.expAvgSqs.add(scope.keep(parameter.zeros_like()));
                group.steps.add(scope.keep(Torch.zeros(new long[0], DType.FLOAT32, parameter.device())));
            }
        }
        groups.add(group);
        if (skipped == null) {
            Device device = group.parameters.getFirst().device();
            skipped = new SkippedSteps(device);
            try (TensorScope scope = TensorScope.open()) {
                DType dtype = device.isCuda() ? DType.FLOAT32 : DType.FLOAT64;
                lrOnDevice = scope.keep(Torch.full(new long[0], lr, dtype, device));
            }
        }
        return this;
    }

    /**
     * Scales the gradients of a step down to this norm, taken over all of them together, if it is larger
     * ({@code torch.nn.utils.clip_grad_norm_}).
     *
     * @throws IllegalArgumentException if {@code maxNorm} is not above 0
     */
    public Adam clipGradNorm(double maxNorm) {
        if (!(maxNorm > 0)) {
            throw new IllegalArgumentException("the largest norm of gradients must be above 0, not " + maxNorm);
        }
        this.maxGradNorm = maxNorm;
        return this;
    }

    /** The parameters of all groups, in the order in which {@link #step} takes their gradients. */
    public List<Tensor> parameters() {
        return groups.stream().flatMap(group -> group.parameters.stream()).toList();
    }

    /** Sets the learning rate of the next steps; nothing waits for the device. */
    public void setLr(double lr) {
        this.lr = lr;
        if (lrOnDevice != null) {
            try (var _ = Autograd.noGrad()) {
                lrOnDevice.fill_(lr);
            }
        }
    }

    /** The steps that were left out; empty before there are parameters. */
    public Optional<SkippedSteps> skippedSteps() {
        return Optional.ofNullable(skipped);
    }

    /**
     * One step. If not all gradients are finite, it changes nothing and is counted in {@link #skippedSteps()}; that is found out and
     * heeded on the device.
     *
     * @param grads a gradient for each of {@link #parameters()}, not closed; clipping scales them in place
     */
    public void step(List<Tensor> grads) {
        int needed = groups.stream().mapToInt(group -> group.parameters.size()).sum();
        if (grads.size() != needed) {
            throw new IllegalArgumentException(grads.size() + " gradients for " + needed + " parameters");
        }
        int offset = 0;
        try (TensorScope _ = TensorScope.open();
                var _ = Autograd.noGrad()) {
            Tensor norms = Torch.stack(Torch._foreach_norm(grads));
            Tensor skip = skip(norms);
            skipped.count(skip);
            Tensor gradScale = gradScale(norms);
            Tensor oneIfDone = skip.rsub(1);
            for (Group group : groups) {
                List<Tensor> own = dense(group, grads.subList(offset, offset += group.parameters.size()));
                Torch._foreach_add_(group.steps, Collections.nCopies(group.steps.size(), oneIfDone));
                // With decoupled decay of 0, AdamW is Adam.
                Torch._fused_adamw_(
                        group.parameters,
                        own,
                        group.expAvgs,
                        group.expAvgSqs,
                        List.of(),
                        group.steps,
                        lrOnDevice,
                        beta1,
                        beta2,
                        group.weightDecay,
                        eps,
                        false,
                        false,
                        gradScale,
                        skip);
            }
        }
    }

    /** A float32 scalar: 1 if not all gradients are finite, else 0. */
    private static Tensor skip(Tensor norms) {
        return norms.sum().isfinite().logical_not().to(DType.FLOAT32);
    }

    /** What the kernel divides the gradients by, a float32 scalar; null for nothing. */
    private Tensor gradScale(Tensor norms) {
        return maxGradNorm == Double.POSITIVE_INFINITY
                ? null
                : norms.linalg_vector_norm()
                        .add(CLIP_EPS)
                        .div(maxGradNorm)
                        .clamp_min(1)
                        .to(DType.FLOAT32);
    }

    /**
     * The gradients as the fused kernel takes them: it walks through plain memory and asks for neither strides nor sizes, while autograd
     * hands out expanded and transposed views.
     */
    private static List<Tensor> dense(Group group, List<Tensor> grads) {
        List<Tensor> dense = new ArrayList<>(grads.size());
        for (int i = 0; i < grads.size(); i++) {
            Tensor grad = grads.get(i);
            if (!Arrays.equals(grad.shape(), group.parameters.get(i).shape())) {
                throw new IllegalArgumentException("the gradient of " + group.names.get(i) + " has the shape "
                        + Arrays.toString(grad.shape()) + ", its parameter "
                        + Arrays.toString(group.parameters.get(i).shape()));
            }
            dense.add(grad.isContiguous() ? grad : grad.contiguous());
        }
        return dense;
    }

    /** The moments and step counts by the parameters' names, to be saved and, on resuming, copied into; not to be closed. */
    public Map<String, Tensor> state() {
        Map<String, Tensor> state = new LinkedHashMap<>();
        for (Group group : groups) {
            for (int i = 0; i < group.names.size(); i++) {
                String name = group.names.get(i);
                state.put(name + ".exp_avg", group.expAvgs.get(i));
                state.put(name + ".exp_avg_sq", group.expAvgSqs.get(i));
                state.put(name + ".step", group.steps.get(i));
            }
        }
        if (skipped != null) {
            state.putAll(skipped.state());
        }
        return state;
    }

    @Override
    public void close() {
        state().values().forEach(Tensor::close);
        if (lrOnDevice != null) {
            lrOnDevice.close();
        }
    }
}
