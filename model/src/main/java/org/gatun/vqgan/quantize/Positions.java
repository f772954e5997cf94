package org.gatun.vqgan.quantize;

import org.gatun.torch.Tensor;
import org.gatun.torch.Torch;

/** The order of axes: networks have channels first, codebooks a row a position. */
final class Positions {

    private Positions() {}

    /** (B, D, h, w) to (B*h*w, D). */
    static Tensor flatten(Tensor z) {
        return z.permute(0, 2, 3, 1).reshape(-1, z.size(1));
    }

    /** (B*h*w, D) to (B, D, h, w), with the other sizes of {@code like}. */
    static Tensor unflatten(Tensor positions, Tensor like) {
        return positions
                .view(like.size(0), like.size(2), like.size(3), positions.size(1))
                .permute(0, 3, 1, 2)
                .contiguous();
    }

    /** The rows of {@code codes} (K, D) at {@code indices} (B, h, w), as (B, D, h, w). */
    static Tensor lookup(Tensor codes, Tensor indices) {
        return Torch.embedding(codes, indices).permute(0, 3, 1, 2).contiguous();
    }
}
