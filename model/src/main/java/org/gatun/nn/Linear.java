package org.gatun.nn;

import org.gatun.torch.LibTorch;
import org.gatun.torch.Tensor;
import org.gatun.torch.Torch;

/** {@code torch.nn.Linear}: (..., in) to (..., out). Parameters {@code weight}, {@code bias}. */
public final class Linear implements Module {

    private final Tensor weight;
    private final Tensor bias;

    /** With the default initialisation of PyTorch. */
    public Linear(ParameterPath path, long inFeatures, long outFeatures) {
        this(path, inFeatures, outFeatures, true, Init.fanIn(inFeatures), Init.fanIn(inFeatures));
    }

    public Linear(ParameterPath path, long inFeatures, long outFeatures, boolean bias, Init weightInit, Init biasInit) {
        this.weight = path.parameter("weight", weightInit, outFeatures, inFeatures);
        this.bias = bias ? path.parameter("bias", biasInit, outFeatures) : null;
    }

    /** A layer of tensors that others own. */
    public Linear(Tensor weight, Tensor bias) {
        this.weight = weight;
        this.bias = bias;
    }

    @Override
    public Tensor forward(Tensor input) {
        return Torch.linear(input, weight, bias);
    }

    /**
     * The same of columns, (in, N) to (out, N). For few columns on a CPU it is the faster way: the product reads the weight as it lies,
     * while {@link #forward} has it packed anew in every call.
     */
    public Tensor forwardColumns(Tensor columns) {
        int threads = LibTorch.numThreads();
        if (columns.size(1) == 1 && threads > 1 && weight.size(0) % threads == 0) {
            return forwardColumn(columns, threads);
        }
        return bias == null ? weight.mm(columns) : bias.unsqueeze(1).addmm(weight, columns);
    }

    /** BLAS multiplies a matrix by a vector on one thread; a batch of products, each with a part of the rows, takes them all. */
    private Tensor forwardColumn(Tensor column, long parts) {
        long in = weight.size(1);
        Tensor rows = weight.view(parts, -1, in);
        // As the transpose of a row: of a column with strides of 1 the product is several times slower.
        Tensor columns = column.reshape(1, 1, in).expand(parts, 1, in).transpose(1, 2);
        Tensor product =
                bias == null ? rows.bmm(columns) : bias.view(parts, -1, 1).baddbmm(rows, columns);
        return product.view(-1, 1);
    }

    /** (out, in). */
    public Tensor weight() {
        return weight;
    }

    /** (out), or null. */
    public Tensor bias() {
        return bias;
    }
}
