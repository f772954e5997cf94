package org.gatun.vqgan.quantize;

import org.gatun.nn.ParameterPath;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;

/**
 * The nearest code by Euclidean distance, codes trained by moving averages of the features instead of gradients (arXiv 1711.00937,
 * appendix A.1); the loss moves the features alone.
 */
final class MovingAverageQuantizer implements Quantizer {

    private final MovingAverageCodebook codebook;
    private final CodebookUpkeep upkeep;
    private final CodebookLoss loss;
    private final GradientEstimator gradient;

    MovingAverageQuantizer(ParameterPath path, MovingAverageCodebook codebook, double beta, AntiCollapse antiCollapse) {
        this.codebook = codebook;
        this.upkeep = new CodebookUpkeep(path, codebook, antiCollapse);
        this.loss = new CodebookLoss(beta, 0);
        this.gradient = antiCollapse.gradient();
    }

    @Override
    public Quantization quantize(Tensor z, QuantizerMode mode) {
        try (TensorScope scope = TensorScope.open()) {
            Tensor flat = Positions.flatten(z); // (B*h*w, D)
            Tensor indices = upkeep.nearest(flat, mode.adapts()); // (B*h*w)
            Tensor chosen = Torch.embedding(codebook.codes(), indices); // (B*h*w, D), a copy
            if (mode.adapts()) {
                codebook.update(indices, flat.detach());
            }
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
