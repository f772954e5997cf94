package org.gatun.vqgan.quantize;

import org.gatun.nn.Init;
import org.gatun.nn.ParameterPath;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;

/**
 * Codes and features on the unit sphere of few dimensions, nearest by cosine (ViT-VQGAN, arXiv 2110.04627, section 3.2): with short
 * codes of equal length, more of them find use. Parameter {@code embedding.weight} (K, D), initialised N(0, 1); with
 * {@link AntiCollapse#simvq()} those of SimVQ.
 */
final class NormalizedQuantizer implements Quantizer {

    private final Codebook codebook;
    private final CodebookUpkeep upkeep;
    private final CodebookLoss loss;
    private final EntropyLoss entropy;
    private final GradientEstimator gradient;

    NormalizedQuantizer(
            ParameterPath path, int numCodes, int dim, double beta, EntropyLoss entropy, AntiCollapse antiCollapse) {
        this.codebook =
                new NormalizedCodebook(Codebook.learned(path, numCodes, dim, Init.normal(0, 1), antiCollapse.simvq()));
        this.upkeep = new CodebookUpkeep(path, codebook, antiCollapse);
        this.loss = CodebookLoss.corrected(beta);
        this.entropy = entropy;
        this.gradient = antiCollapse.gradient();
    }

    @Override
    public Quantization quantize(Tensor z, QuantizerMode mode) {
        try (TensorScope scope = TensorScope.open()) {
            Tensor flat = NormalizedCodebook.normalize(Positions.flatten(z)); // (B*h*w, D)
            Tensor indices = upkeep.nearest(flat, mode.adapts()); // (B*h*w)
            Tensor codes = codebook.codes(); // (K, D)
            Tensor chosen = Torch.embedding(codes, indices); // (B*h*w, D)
            Tensor total = loss.of(flat, chosen);
            if (entropy.ratio() != 0) {
                total = total.add(entropy.of(flat, codes));
            }
            return Quantization.ofPositions(z, gradient.apply(flat, chosen), total, indices)
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
