package org.gatun.vqgan;

/** How a reconstruction is compared with what it was made from. */
public sealed interface ReconstructionTerm {

    /**
     * Pictures: mean of |x - xr| + perceptualWeight * LPIPS(x, xr) over all elements (arXiv 2012.09841, section 3.1).
     *
     * @param perceptualWeight weight of LPIPS; 0 for none
     */
    record Pixels(double perceptualWeight) implements ReconstructionTerm {}

    /**
     * Segmentation maps: mean binary cross entropy of the reconstruction's logits with a one-hot map, both (B, classes, H, W). The
     * reference's {@code BCELoss}.
     */
    record BinaryCrossEntropy() implements ReconstructionTerm {}
}
