package org.gatun.nn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatun.torch.Autograd;
import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;

/**
 * The parameters and buffers of a network under PyTorch's dotted names, and the owner of their memory: a network is built on it,
 * uses its tensors, and closes nothing.
 *
 * {@snippet :
 * try (Parameters parameters = new Parameters(Device.CPU, DType.FLOAT32)) {
 *     Linear linear = new Linear(parameters.root().at("head"), 256, 10);   // head.weight, head.bias
 *     Tensor logits = linear.forward(x);
 * }
 * }
 *
 * <p>Parameters require gradients from the start; buffers (running statistics, usage counts) never do.
 */
public final class Parameters implements AutoCloseable {

    private final Device device;
    private final DType dtype;
    private final Map<String, Tensor> parameters = new LinkedHashMap<>();
    private final Map<String, Tensor> buffers = new LinkedHashMap<>();
    private final List<Tensor> constants = new ArrayList<>();

    /** An empty store whose floating-point tensors will be of {@code dtype} on {@code device}. */
    public Parameters(Device device, DType dtype) {
        this.device = device;
        this.dtype = dtype;
    }

    public Device device() {
        return device;
    }

    public DType dtype() {
        return dtype;
    }

    /** Where names begin. */
    public ParameterPath root() {
        return new ParameterPath(this, "");
    }

    /** Parameters by name, in the order of construction; not to be closed. */
    public Map<String, Tensor> parameters() {
        return Collections.unmodifiableMap(parameters);
    }

    /** The parameters alone. */
    public List<Tensor> parameterList() {
        return List.copyOf(parameters.values());
    }

    /** Buffers by name, in the order of construction; not to be closed. */
    public Map<String, Tensor> buffers() {
        return Collections.unmodifiableMap(buffers);
    }

    /** Parameters and buffers, what PyTorch's {@code state_dict()} holds; not to be closed. */
    public Map<String, Tensor> stateDict() {
        Map<String, Tensor> state = new LinkedHashMap<>(parameters);
        state.putAll(buffers);
        return state;
    }

    /** The number of trainable numbers. */
    public long count() {
        return parameters.values().stream().mapToLong(Tensor::numel).sum();
    }

    /** Says whether operations on the parameters are recorded: false for a network that is only used. */
    public void requiresGrad(boolean requiresGrad) {
        parameters.values().forEach(parameter -> parameter.requires_grad_(requiresGrad));
    }

    Tensor addParameter(String name, Init init, long... shape) {
        try (TensorScope scope = TensorScope.open();
                var _ = Autograd.noGrad()) {
            Tensor parameter = scope.keep(Torch.empty(shape, dtype, device));
            add(parameters, name, parameter);
            init.fill(parameter);
            return parameter.requires_grad_(true);
        }
    }

    Tensor addBuffer(String name, Tensor value) {
        Tensor buffer = copyOf(value);
        add(buffers, name, buffer);
        return buffer;
    }

    Tensor addConstant(Tensor value) {
        Tensor constant = copyOf(value);
        constants.add(constant);
        return constant;
    }

    private Tensor copyOf(Tensor value) {
        try (TensorScope scope = TensorScope.open();
                var _ = Autograd.noGrad()) {
            DType target = value.dtype().isFloatingPoint() ? dtype : value.dtype();
            return scope.keep(value.to(target, device, false, true, null));
        }
    }

    private void add(Map<String, Tensor> map, String name, Tensor tensor) {
        if (parameters.containsKey(name) || buffers.containsKey(name)) {
            tensor.close();
            throw new IllegalArgumentException("there is a parameter " + name + " already");
        }
        map.put(name, tensor);
    }

    /** Closes every parameter, buffer and constant. */
    @Override
    public void close() {
        parameters.values().forEach(Tensor::close);
        buffers.values().forEach(Tensor::close);
        constants.forEach(Tensor::close);
    }
}
