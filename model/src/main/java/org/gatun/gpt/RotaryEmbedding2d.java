package org.gatun.gpt;

import org.gatun.nn.ParameterPath;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;

/**
 * Rotary positions (arXiv 2104.09864) in two dimensions, as in LlamaGen: neighbouring pairs of a head's numbers are turned, those of its
 * first half by angles that grow with the row of the code, those of its second half with the column. Tokens of a condition without places
 * are not turned.
 */
final class RotaryEmbedding2d {

    /** (block, D): the cosine of each number's angle. */
    private final Tensor cos;

    /** (block, D): the sine, negative for the first of a pair. */
    private final Tensor sin;

    private final long headDim;

    RotaryEmbedding2d(ParameterPath path, GptVariant.Llama variant, int blockSize, int headDim) {
        this.headDim = headDim;
        double[] cosines = new double[blockSize * headDim];
        double[] sines = new double[blockSize * headDim];
        for (int position = 0; position < blockSize; position++) {
            for (int i = 0; i < headDim; i++) {
                int half = headDim / 2;
                double coordinate = i < half ? variant.row(position) : variant.column(position);
                double angle = coordinate * Math.pow(variant.ropeBase(), -(double) (i % half / 2 * 2) / half);
                cosines[position * headDim + i] = Math.cos(angle);
                sines[position * headDim + i] = i % 2 == 0 ? -Math.sin(angle) : Math.sin(angle);
            }
        }
        try (TensorScope _ = TensorScope.open()) {
            this.cos = path.constant(Tensor.of(cosines, blockSize, headDim));
            this.sin = path.constant(Tensor.of(sines, blockSize, headDim));
        }
    }

    /** Turns keys or queries (B, H, T, D) of tokens that stand at {@code position} and behind. */
    Tensor rotate(Tensor x, long position) {
        long length = x.size(2);
        return turn(x, cos.narrow(0, position, length), sin.narrow(0, position, length));
    }

    /** Turns keys or queries (B, H, 1, D) of one token, whose position is a tensor: int64 (1). */
    Tensor rotate(Tensor x, Tensor position) {
        return turn(x, cos.index_select(0, position), sin.index_select(0, position));
    }

    private Tensor turn(Tensor x, Tensor cosines, Tensor sines) {
        // Each number beside the other one of its pair: (a, b) becomes (a cos - b sin, b cos + a sin).
        Tensor others =
                x.view(x.size(0), x.size(1), x.size(2), headDim / 2, 2).flip(-1).flatten(3);
        return x.mul(cosines).addcmul(others, sines);
    }
}
