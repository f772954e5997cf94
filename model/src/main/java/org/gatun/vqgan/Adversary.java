package org.gatun.vqgan;

import java.util.List;
import org.gatun.nn.ParameterPath;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;

/** The discriminator with the losses on both of its sides. */
final class Adversary {

    private final AdversarialConfig config;
    private final PatchDiscriminator discriminator;
    private final LeCam lecam; // or null

    /** @param path where its parameters stand ({@code loss.} in the reference) */
    Adversary(ParameterPath path, AdversarialConfig config) {
        this.config = config;
        this.discriminator = new PatchDiscriminator(
                path.at("discriminator"), config.inChannels(), config.ndf(), config.numLayers(), config.useActnorm());
        this.lecam = config.lecamWeight() == 0 ? null : new LeCam(path);
    }

    AdversarialConfig config() {
        return config;
    }

    /** -mean D(xr), from D(xr): small where the discriminator takes reconstructions for real. */
    static Tensor generator(Tensor fake) {
        try (TensorScope scope = TensorScope.open()) {
            return scope.moveToOuter(fake.mean().neg());
        }
    }

    /**
     * What the discriminator minimises, before the factor.
     *
     * @param loss with the regularisation, weighted
     * @param lecam the regularisation, unweighted; null without
     * @param logitsReal mean D(x)
     * @param logitsFake mean D(xr)
     */
    record Discrimination(Tensor loss, Tensor lecam, Tensor logitsReal, Tensor logitsFake) {}

    /** @param fake D(xr) */
    Discrimination discriminator(Tensor x, Tensor fake, Tensor condition) {
        try (TensorScope scope = TensorScope.open()) {
            Tensor real = logits(x.detach(), condition);
            Tensor loss = config.loss().of(real, fake);
            Tensor penalty = null;
            if (lecam != null) {
                penalty = lecam.penalty(real, fake);
                loss = loss.add(penalty.mul(config.lecamWeight()));
            }
            return new Discrimination(
                    scope.moveToOuter(loss),
                    penalty == null ? null : scope.moveToOuter(penalty.detach()),
                    scope.moveToOuter(real.detach().mean()),
                    scope.moveToOuter(fake.detach().mean()));
        }
    }

    /**
     * D of pictures: a logit for each patch.
     *
     * @param condition (B, C', H, W) for a conditional discriminator, otherwise null
     */
    Tensor logits(Tensor pictures, Tensor condition) {
        if (config.conditional() != (condition != null)) {
            throw new IllegalArgumentException(
                    config.conditional()
                            ? "the discriminator is conditional, and there is no condition"
                            : "there is a condition, and the discriminator is not conditional");
        }
        return discriminator.forward(condition == null ? pictures : Torch.cat(List.of(pictures, condition), 1), true);
    }
}
