package org.gatun.vqgan.quantize;

import org.gatun.nn.Init;
import org.gatun.nn.ParameterPath;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;

/**
 * Codes and features on the unit sphere of few dimensions, nearest by cosine (ViT-VQGAN, arXiv 2110.04627, section 3.2): with short
 * codes of equal length, more of them find use. Parameter {@code embedding.weight} (K, D).
 */
public final class NormalizedQuantizer implements Quantizer {

    private static final double EPS = 1e-12;

    private final Tensor codes;
    private final double beta;
    private final DeadCodeRestart restart;

    NormalizedQuantizer(ParameterPath path, int numCodes, int dim, double beta, int restartAfter) {
        this.codes = path.at("embedding").parameter("weight", Init.normal(0, 1), numCodes, dim);
        this.beta = beta;
        this.restart = restartAfter > 0 ? new DeadCodeRestart(path, numCodes, restartAfter) : null;
    }

    @Override
    public Quantization quantize(Tensor z, boolean training) {
        try (TensorScope scope = TensorScope.open()) {
            Tensor flat = normalize(Codebook.positions(z)); // (B*h*w, D)
            Tensor indices = Codebook.nearest(flat.detach(), normalize(codes.detach())); // (B*h*w)
            if (training && restart != null) {
                // Before the codes enter the graph. Those that were chosen are not dead, and stay as they are.
                restart.observe(indices, flat.detach(), codes);
            }
            Tensor chosen = Torch.embedding(normalize(codes), indices); // (B*h*w, D)
            Tensor loss = chosen.mse_loss(flat.detach())
                    .add(chosen.detach().mse_loss(flat).mul(beta));
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
            return scope.moveToOuter(Codebook.lookup(normalize(codes), indices));
        }
    }

    private static Tensor normalize(Tensor x) {
        return x.div(x.linalg_vector_norm(2, new long[] {1}, true).clamp_min(EPS));
    }

    @Override
    public int numCodes() {
        return (int) codes.size(0);
    }
}
