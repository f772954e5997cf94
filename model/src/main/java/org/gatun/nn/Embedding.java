package org.gatun.nn;

import org.gatun.torch.Tensor;
import org.gatun.torch.Torch;

/** {@code torch.nn.Embedding}: int64 indices (...) to (..., embeddingDim). Parameter {@code weight}. */
public final class Embedding implements Module {

    private final Tensor weight;

    public Embedding(ParameterPath path, long numEmbeddings, long embeddingDim, Init init) {
        this.weight = path.parameter("weight", init, numEmbeddings, embeddingDim);
    }

    @Override
    public Tensor forward(Tensor indices) {
        return Torch.embedding(weight, indices);
    }

    /** (numEmbeddings, embeddingDim). */
    public Tensor weight() {
        return weight;
    }
}
