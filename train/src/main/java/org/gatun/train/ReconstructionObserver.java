package org.gatun.train;

import org.gatun.torch.Tensor;

/** Something that looks at pictures beside their reconstructions. */
@FunctionalInterface
public interface ReconstructionObserver {

    /** Is shown a batch, both (B, C, H, W) in about [-1, 1], of segmentation maps each class' share; they are closed afterwards. */
    void observe(Tensor pictures, Tensor reconstructions);
}
