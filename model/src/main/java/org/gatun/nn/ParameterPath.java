package org.gatun.nn;

import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.gatun.torch.Tensor;

/**
 * A place in a network's dotted names, at which a layer makes its parameters.
 *
 * @param prefix what names begin with here; empty or ending in a dot
 */
public record ParameterPath(Parameters parameters, String prefix) {

    /** The place below this one called {@code name}: an attribute of a PyTorch module. */
    public ParameterPath at(String name) {
        return new ParameterPath(parameters, prefix + name + ".");
    }

    /** Element {@code index} of a {@code ModuleList} or {@code Sequential}. */
    public ParameterPath at(int index) {
        return at(Integer.toString(index));
    }

    /** A new parameter of this name here, owned by the store. */
    public Tensor parameter(String name, Init init, long... shape) {
        return parameters.addParameter(prefix + name, init, shape);
    }

    /** A new buffer of this name here, owned by the store: a copy of {@code value}, of the store's dtype if it holds real numbers. */
    public Tensor buffer(String name, Tensor value) {
        return parameters.addBuffer(prefix + name, value);
    }

    /**
     * A tensor that the network computes with and never saves (PyTorch's buffer with {@code persistent=False}), owned by the store: a
     * copy of {@code value}, of the store's dtype if it holds real numbers.
     */
    public Tensor constant(Tensor value) {
        return parameters.addConstant(value);
    }

    public Device device() {
        return parameters.device();
    }

    public DType dtype() {
        return parameters.dtype();
    }
}
