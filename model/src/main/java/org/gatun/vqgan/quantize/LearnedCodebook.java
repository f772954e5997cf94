package org.gatun.vqgan.quantize;

import org.gatun.nn.Init;
import org.gatun.nn.ParameterPath;
import org.gatun.torch.Autograd;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;

/** Codes that are learned by gradient. Parameter {@code embedding.weight} (K, D). */
final class LearnedCodebook implements Codebook {

    private final Tensor weight;

    LearnedCodebook(ParameterPath path, int numCodes, int dim, Init init) {
        this.weight = path.at("embedding").parameter("weight", init, numCodes, dim);
    }

    @Override
    public Tensor codes() {
        return weight;
    }

    @Override
    public void replace(Tensor mask, Tensor features) {
        try (TensorScope _ = TensorScope.open();
                var _ = Autograd.noGrad()) {
            weight.copy_(Torch.where(mask.unsqueeze(1), features, weight));
        }
    }

    @Override
    public int numCodes() {
        return (int) weight.size(0);
    }
}
