package org.gatun.vqgan;

import org.gatun.torch.Tensor;

/** What the discriminator minimises, given its logits for real and for reconstructed pictures. */
public enum DiscriminatorLoss {
    /** (mean max(0, 1 - real) + mean max(0, 1 + fake)) / 2. */
    HINGE("hinge") {
        @Override
        Tensor of(Tensor real, Tensor fake) {
            return real.rsub(1).relu().mean().add(fake.add(1).relu().mean()).mul(0.5);
        }
    },
    /** (mean log(1 + e^-real) + mean log(1 + e^fake)) / 2. */
    VANILLA("vanilla") {
        @Override
        Tensor of(Tensor real, Tensor fake) {
            return real.neg().softplus().mean().add(fake.softplus().mean()).mul(0.5);
        }
    };

    private final String referenceName;

    DiscriminatorLoss(String referenceName) {
        this.referenceName = referenceName;
    }

    /** Its name in the reference's configuration. */
    public String referenceName() {
        return referenceName;
    }

    abstract Tensor of(Tensor real, Tensor fake);
}
