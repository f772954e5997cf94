package org.gatun.vqgan;

import org.gatun.nn.ParameterPath;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;

/** The terms of a first stage's losses (arXiv 2012.09841, section 3.1), with the discriminator that two of them need. */
public final class VqganLoss {

    private final LossConfig config;
    private final PatchDiscriminator discriminator;
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
        this.discriminator = new PatchDiscriminator(
                path.at("discriminator"),
                config.discInChannels(),
                config.discNdf(),
                config.discNumLayers(),
                config.useActnorm());
    }

    public LossConfig config() {
        return config;
    }

    /**
     * The reconstruction's error.
     *
     * @param total mean of |x - xr| + perceptualWeight * LPIPS(x, xr) over all elements
     * @param perceptual mean LPIPS; 0 without
     */
    record Reconstruction(Tensor total, Tensor perceptual) {}

    Reconstruction reconstruction(Tensor x, Tensor reconstruction) {
        try (TensorScope scope = TensorScope.open()) {
            Tensor l1 = x.l1_loss(reconstruction);
            if (config.perceptualWeight() == 0) {
                return new Reconstruction(scope.moveToOuter(l1), scope.moveToOuter(l1.zeros_like()));
            }
            // One distance a picture, which stands at each of its elements: the mean of the sum is the sum of the
            // means.
            Tensor perceptual = lpips.forward(x, reconstruction).mean();
            Tensor total = l1.add(perceptual.mul(config.perceptualWeight()));
            return new Reconstruction(scope.moveToOuter(total), scope.moveToOuter(perceptual.detach()));
        }
    }

    /** -mean D(xr): small where the discriminator takes reconstructions for real. */
    Tensor generator(Tensor reconstruction) {
        try (TensorScope scope = TensorScope.open()) {
            return scope.moveToOuter(
                    discriminator.forward(reconstruction, true).mean().neg());
        }
    }

    /**
     * The discriminator's error, before the factor, and the mean logits.
     */
    record Discrimination(Tensor loss, Tensor logitsReal, Tensor logitsFake) {}

    Discrimination discriminator(Tensor x, Tensor reconstruction) {
        try (TensorScope scope = TensorScope.open()) {
            Tensor real = discriminator.forward(x.detach(), true);
            Tensor fake = discriminator.forward(reconstruction.detach(), true);
            return new Discrimination(
                    scope.moveToOuter(config.discLoss().of(real, fake)),
                    scope.moveToOuter(real.detach().mean()),
                    scope.moveToOuter(fake.detach().mean()));
        }
    }
}
