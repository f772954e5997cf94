package org.gatun.vqgan.quantize;

import org.gatun.nn.Linear;
import org.gatun.nn.ParameterPath;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;

/**
 * SimVQ (arXiv 2411.02038): codes that stay as they were drawn, times a linear map that is learned. A gradient for one code moves all of
 * them, so that none is left behind. Buffer {@code embedding.weight} (K, D), parameters {@code embedding_proj.weight} and
 * {@code embedding_proj.bias}, as in its published implementation.
 */
final class LinearCodebook implements Codebook {

    private final Tensor frozen;
    private final Linear proj;

    LinearCodebook(ParameterPath path, int numCodes, int dim) {
        try (TensorScope _ = TensorScope.open()) {
            Tensor drawn = Torch.empty(new long[] {numCodes, dim}, path.dtype(), path.device())
                    .normal_(0, 1 / Math.sqrt(dim));
            this.frozen = path.at("embedding").buffer("weight", drawn);
        }
        this.proj = new Linear(path.at("embedding_proj"), dim, dim);
    }

    @Override
    public Tensor codes() {
        return proj.forward(frozen);
    }

    @Override
    public void replace(Tensor mask, Tensor features) {
        throw new UnsupportedOperationException("the codes of SimVQ are frozen");
    }

    @Override
    public int numCodes() {
        return (int) frozen.size(0);
    }
}
