package org.gatun.vqgan.quantize;

import org.gatun.torch.Autograd;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;

/** The search for the nearest code. Besides its result it builds the matrix of distances and nothing else of that size. */
final class NearestCode {

    /** Distances that are computed at once, 256 MiB of float32; beyond, the search goes in blocks of positions. */
    private static final long MAX_DISTANCES = 1L << 26;

    private NearestCode() {}

    /**
     * The index of the nearest code for every position, by |z|² + |e|² - 2 z·e, of which |z|² is the same for all codes.
     *
     * @param z (N, D)
     * @param codes (K, D)
     * @return (N) int64
     */
    static Tensor search(Tensor z, Tensor codes) {
        return search(z, codes, MAX_DISTANCES);
    }

    /** The same in blocks of at most {@code maxDistances} distances, or of one position. */
    static Tensor search(Tensor z, Tensor codes, long maxDistances) {
        try (TensorScope scope = TensorScope.open();
                var _ = Autograd.noGrad()) {
            Tensor squares = codes.square().sum(1); // (K)
            Tensor transposed = codes.t();
            long block = Math.max(1, maxDistances / codes.size(0));
            if (z.size(0) <= block) {
                return scope.moveToOuter(searchBlock(z, squares, transposed));
            }
            return scope.moveToOuter(Torch.cat(
                    z.split(block).stream()
                            .map(part -> searchBlock(part, squares, transposed))
                            .toList(),
                    0));
        }
    }

    private static Tensor searchBlock(Tensor z, Tensor squares, Tensor transposed) {
        try (TensorScope scope = TensorScope.open()) {
            // One matrix: |e|² - 2 z·e.
            return scope.moveToOuter(squares.addmm(z, transposed, 1, -2).argmin(1)); // (N, K) to (N)
        }
    }
}
