package org.gatun.vqgan.quantize;

import org.gatun.nn.Init;
import org.gatun.nn.ParameterPath;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;

/**
 * The nearest code by Euclidean distance, codes trained by gradient (arXiv 1711.00937, equation 3). Parameter
 * {@code embedding.weight} (K, D), initialised U(-1/K, 1/K); with {@link AntiCollapse#simvq()} those of SimVQ.
 */
final class VectorQuantizer implements Quantizer {

    private final Codebook codebook;
    private final CodebookUpkeep upkeep;
    private final CodebookLoss loss;
    private final GradientEstimator gradient;

    VectorQuantizer(ParameterPath path, int numCodes, int dim, CodebookLoss loss, AntiCollapse antiCollapse) {
        Init init = Init.uniform(-1.0 / numCodes, 1.0 / numCodes);
        this.codebook = Codebook.learned(path, numCodes, dim, init, antiCollapse.simvq());
        this.upkeep = new CodebookUpkeep(path, codebook, antiCollapse);
        this.loss = loss;
        this.gradient = antiCollapse.gradient();
    }

    @Override
    public Quantization quantize(Tensor z, QuantizerMode mode) {
        try (TensorScope scope = TensorScope.open()) {
            Tensor flat = Positions.flatten(z); // (B*h*w, D)
            Tensor indices = upkeep.nearest(flat, mode.adapts()); // (B*h*w)
            Tensor chosen = Torch.embedding(codebook.codes(), indices); // (B*h*w, D)
            return Quantization.ofPositions(z, gradient.apply(flat, chosen), loss.of(flat, chosen), indices)
                    .moveToOuter(scope);
        }
    }

    @Override
    public Tensor lookup(Tensor indices) {
        return codebook.lookup(indices);
    }

    @Override
    public int numCodes() {
        return codebook.numCodes();
    }
}
