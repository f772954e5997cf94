package org.gatun.gpt;

import org.gatun.nn.ParameterPath;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;

/**
 * Brings codes from raster order into the transformer's, and back. Buffers, as the reference's: {@code forward_shuffle_idx},
 * {@code backward_shuffle_idx}; none for raster order.
 */
public final class Permuter {

    private final Tensor forwardShuffleIdx;
    private final Tensor backwardShuffleIdx;

    /** @throws IllegalArgumentException if {@code order} is not defined for maps of this shape */
    public Permuter(ParameterPath path, CodeOrder order, int height, int width) {
        if (order instanceof RasterOrder) {
            this.forwardShuffleIdx = null;
            this.backwardShuffleIdx = null;
            return;
        }
        long[] indices = order.indices(height, width);
        try (TensorScope _ = TensorScope.open()) {
            Tensor forward = Tensor.of(indices, indices.length);
            this.forwardShuffleIdx = path.buffer("forward_shuffle_idx", forward);
            this.backwardShuffleIdx = path.buffer("backward_shuffle_idx", forward.argsort());
        }
    }

    /** Whether the transformer's order is raster order. */
    public boolean isIdentity() {
        return forwardShuffleIdx == null;
    }

    /** Codes (B, N) in raster order to the transformer's. */
    public Tensor forward(Tensor codes) {
        return isIdentity() ? codes : codes.index_select(1, forwardShuffleIdx);
    }

    /** Codes (B, N) in the transformer's order to raster order. */
    public Tensor reverse(Tensor codes) {
        return isIdentity() ? codes : codes.index_select(1, backwardShuffleIdx);
    }

    /** The same as {@link #forward(Tensor)} for marks on the host. */
    boolean[] forward(boolean[] marks) {
        if (isIdentity()) {
            return marks;
        }
        long[] order = forwardShuffleIdx.toLongArray();
        boolean[] permuted = new boolean[marks.length];
        for (int i = 0; i < marks.length; i++) {
            permuted[i] = marks[(int) order[i]];
        }
        return permuted;
    }
}
