package org.gatun.vqgan.quantize;

import org.gatun.nn.Init;
import org.gatun.nn.ParameterPath;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;

/**
 * The nearest code by Euclidean distance, codes trained by gradient (arXiv 1711.00937, equation 3). Parameter
 * {@code embedding.weight} (K, D), initialised U(-1/K, 1/K).
 */
public final class VectorQuantizer implements Quantizer {

    private final Tensor codes;
    private final double commitmentWeight;
    private final double codebookWeight;

    private VectorQuantizer(ParameterPath path, int numCodes, int dim, double commitmentWeight, double codebookWeight) {
        this.codes =
                path.at("embedding").parameter("weight", Init.uniform(-1.0 / numCodes, 1.0 / numCodes), numCodes, dim);
        this.commitmentWeight = commitmentWeight;
        this.codebookWeight = codebookWeight;
    }

    /** As published: beta weighs how strongly features commit to their codes. */
    public static VectorQuantizer corrected(ParameterPath path, int numCodes, int dim, double beta) {
        return new VectorQuantizer(path, numCodes, dim, beta, 1);
    }

    /** As the reference does by default ({@code legacy}): beta stands at the other term, the one that moves the codes. */
    public static VectorQuantizer legacy(ParameterPath path, int numCodes, int dim, double beta) {
        return new VectorQuantizer(path, numCodes, dim, 1, beta);
    }

    @Override
    public Quantization quantize(Tensor z, boolean training) {
        try (TensorScope scope = TensorScope.open()) {
            Tensor flat = Codebook.positions(z); // (B*h*w, D)
            Tensor indices = Codebook.nearest(flat, codes); // (B*h*w)
            Tensor chosen = Torch.embedding(codes, indices); // (B*h*w, D)
            Tensor commitment = chosen.detach().mse_loss(flat);
            Tensor codebook = chosen.mse_loss(flat.detach());
            Tensor loss = commitment.mul(commitmentWeight).add(codebook.mul(codebookWeight));
            Tensor straightThrough = flat.add(chosen.sub(flat).detach());
            return new Quantization(
                    scope.moveToOuter(Codebook.picture(straightThrough, z).contiguous()),
                    scope.moveToOuter(loss),
                    scope.moveToOuter(indices.view(z.size(0), z.size(2), z.size(3))));
        }
    }

    @Override
    public Tensor lookup(Tensor indices) {
        try (TensorScope scope = TensorScope.open()) {
            return scope.moveToOuter(Codebook.lookup(codes, indices));
        }
    }

    @Override
    public int numCodes() {
        return (int) codes.size(0);
    }
}
