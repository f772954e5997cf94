package org.gatun.nn;

import org.gatun.torch.Tensor;

/** How a parameter begins. It fills the tensor in place, drawing from libtorch's generator of the tensor's device. */
@FunctionalInterface
public interface Init {

    void fill(Tensor parameter);

    Init ZEROS = Tensor::zero_;

    Init ONES = parameter -> parameter.fill_(1.0);

    /** N(mean, std²). */
    static Init normal(double mean, double std) {
        return parameter -> parameter.normal_(mean, std);
    }

    /** U(low, high). */
    static Init uniform(double low, double high) {
        return parameter -> parameter.uniform_(low, high);
    }

    /**
     * What {@code torch.nn.Linear} and {@code torch.nn.Conv2d} do with weights and biases: U(-b, b) with b = 1/sqrt(fanIn), which is
     * {@code kaiming_uniform_(a=sqrt(5))} for the weights.
     *
     * @param fanIn inputs of one output: in_features, or in_channels times the kernel's area
     */
    static Init fanIn(long fanIn) {
        double bound = 1 / Math.sqrt(fanIn);
        return uniform(-bound, bound);
    }
}
