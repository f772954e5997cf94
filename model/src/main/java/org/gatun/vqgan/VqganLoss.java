package org.gatun.vqgan;

import java.util.Optional;
import org.gatun.nn.ParameterPath;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;

/** The terms of a first stage's losses (arXiv 2012.09841, section 3.1), with the discriminator that two of them need. */
public final class VqganLoss {

    private final LossConfig config;
    private final Optional<Adversary> adversary;
    private final Lpips lpips;

    /**
     * @param path where the discriminator's parameters stand ({@code loss.} in the reference)
     * @param lpips the perceptual distance, or null if {@link LossConfig#perceptualWeight()} is 0
     */
    public VqganLoss(ParameterPath path, LossConfig config, Lpips lpips) {
        if (config.perceptualWeight() != 0 && lpips == null) {
            throw new IllegalArgumentException(
                    "perceptual_weight is " + config.perceptualWeight() + ", but there is no LPIPS network");
        }
        this.config = config;
        this.lpips = lpips;
        this.adversary = config.adversarial().map(adversarial -> new Adversary(path, adversarial));
    }

    public LossConfig config() {
        return config;
    }

    Optional<Adversary> adversary() {
        return adversary;
    }

    /**
     * The reconstruction's error.
     *
     * @param total by {@link LossConfig#reconstruction()}
     * @param perceptual mean LPIPS; 0 without
     */
    record Reconstruction(Tensor total, Tensor perceptual) {}

    Reconstruction reconstruction(Tensor x, Tensor reconstruction) {
        try (TensorScope scope = TensorScope.open()) {
            Tensor error = switch (config.reconstruction()) {
                case ReconstructionTerm.Pixels _ -> x.l1_loss(reconstruction);
                case ReconstructionTerm.BinaryCrossEntropy _ -> reconstruction.binary_cross_entropy_with_logits(x);
            };
            if (config.perceptualWeight() == 0) {
                return new Reconstruction(scope.moveToOuter(error), scope.moveToOuter(error.zeros_like()));
            }
            // One distance a picture, which stands at each of its elements: the mean of the sum is the sum of the
            // means.
            Tensor perceptual = lpips.forward(x, reconstruction).mean();
            Tensor total = error.add(perceptual.mul(config.perceptualWeight()));
            return new Reconstruction(scope.moveToOuter(total), scope.moveToOuter(perceptual.detach()));
        }
    }
}
