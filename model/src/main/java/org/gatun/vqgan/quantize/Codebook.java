package org.gatun.vqgan.quantize;

import org.gatun.torch.Autograd;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;

/** What all codebooks share: the order of axes, the search for the nearest code, the way back from indices. */
final class Codebook {

    /** Distances that are computed at once; beyond, the search goes in blocks of positions. */
    private static final long MAX_DISTANCES = 1L << 26;

    private Codebook() {}

    /** (B, D, h, w) to (B*h*w, D). */
    static Tensor positions(Tensor z) {
        return z.permute(0, 2, 3, 1).reshape(-1, z.size(1));
    }

    /** (B*h*w, D) to (B, D, h, w), with the sizes of {@code like}. */
    static Tensor picture(Tensor positions, Tensor like) {
        return positions
                .view(like.size(0), like.size(2), like.size(3), like.size(1))
                .permute(0, 3, 1, 2);
    }

    /**
     * The index of the nearest code for every position, by |z|² + |e|² - 2 z·e, of which |z|² is the same for all codes.
     *
     * @param z (N, D)
     * @param codes (K, D)
     * @return (N) int64
     */
    static Tensor nearest(Tensor z, Tensor codes) {
        try (TensorScope scope = TensorScope.open();
                var _ = Autograd.noGrad()) {
            Tensor squares = codes.square().sum(1); // (K)
            Tensor transposed = codes.t();
            long block = Math.max(1, MAX_DISTANCES / codes.size(0));
            if (z.size(0) <= block) {
                return scope.moveToOuter(nearest(z, squares, transposed));
            }
            return scope.moveToOuter(Torch.cat(
                    z.split(block).stream()
                            .map(part -> nearest(part, squares, transposed))
                            .toList(),
                    0));
        }
    }

    private static Tensor nearest(Tensor z, Tensor squares, Tensor transposed) {
        try (TensorScope scope = TensorScope.open()) {
            // One matrix: |e|² - 2 z·e.
            return scope.moveToOuter(squares.addmm(z, transposed, 1, -2).argmin(1)); // (N, K) to (N)
        }
    }

    /** The codes at (B, h, w) indices as (B, D, h, w). */
    static Tensor lookup(Tensor codes, Tensor indices) {
        return Torch.embedding(codes, indices).permute(0, 3, 1, 2).contiguous();
    }
}
