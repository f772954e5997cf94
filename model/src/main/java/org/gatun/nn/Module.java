package org.gatun.nn;

import org.gatun.torch.Tensor;

/** A layer that turns one tensor into another. What {@link #forward} returns belongs to the innermost open scope. */
@FunctionalInterface
public interface Module {

    Tensor forward(Tensor input);
}
