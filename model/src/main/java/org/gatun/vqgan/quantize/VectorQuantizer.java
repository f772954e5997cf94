package org.gatun.vqgan.quantize;

import org.gatun.nn.ParameterPath;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;

/** The nearest code of a codebook takes the place of each feature (arXiv 1711.00937, section 3.1). */
final class VectorQuantizer implements Quantizer {

    private final Codebook codebook;
    private final CodebookUpkeep upkeep;
    private final CodebookLoss loss;
    private final EntropyLoss entropy;
    private final GradientEstimator gradient;

    /** @param path where the codebook stands, too */
    VectorQuantizer(
            ParameterPath path, Codebook codebook, CodebookLoss loss, EntropyLoss entropy, AntiCollapse antiCollapse) {
        this.codebook = codebook;
        this.upkeep = new CodebookUpkeep(path, codebook, antiCollapse);
        this.loss = loss;
        this.entropy = entropy;
        this.gradient = antiCollapse.gradient();
    }

    @Override
    public Quantization quantize(Tensor z, QuantizerMode mode) {
        try (TensorScope scope = TensorScope.open()) {
            Tensor features = codebook.features(Positions.flatten(z)); // (B*h*w, D)
            Tensor indices = upkeep.nearest(features, mode.adapts()); // (B*h*w)
            Tensor codes = codebook.codes(); // (K, D)
            Tensor chosen = Torch.embedding(codes, indices); // (B*h*w, D), a copy
            Tensor total = loss.of(features, chosen);
            if (mode != QuantizerMode.EVALUATION && upkeep.gathers()) {
                // Not 0 itself: whoever asks for the codes' gradients finds them in the graph.
                return Quantization.ofPositions(z, features, total.mul(0), indices)
                        .moveToOuter(scope);
            }
            if (entropy.ratio() != 0) {
                total = total.add(entropy.of(features, codes));
            }
            if (mode.adapts()) {
                codebook.follow(indices, features.detach());
            }
            return Quantization.ofPositions(z, gradient.apply(features, chosen), total, indices)
                    .moveToOuter(scope);
        }
    }

    @Override
    public Tensor lookup(Tensor indices) {
        try (TensorScope scope = TensorScope.open()) {
            return scope.moveToOuter(Positions.lookup(codebook.codes(), indices));
        }
    }

    @Override
    public boolean gathers() {
        return upkeep.gathers();
    }

    @Override
    public int numCodes() {
        return codebook.numCodes();
    }
}
