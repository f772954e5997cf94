package org.gatun.gpt;

import org.gatun.nn.Init;
import org.gatun.nn.Linear;
import org.gatun.nn.ParameterPath;
import org.gatun.torch.Tensor;
import org.gatun.torch.Torch;

/**
 * Multi-head attention of a sequence to itself: {@code key}, {@code query}, {@code value}, {@code proj}. There may be fewer heads of keys
 * and values, each for a group of queries (arXiv 2305.13245).
 */
final class CausalSelfAttention {

    private final Linear key;
    private final Linear query;
    private final Linear value;
    private final Linear proj;
    private final long headDim;
    private final boolean grouped;
    private final double attnPdrop;

    /** Null for positions that are in the embeddings. */
    private final RotaryEmbedding2d rotary;

    CausalSelfAttention(ParameterPath path, GptConfig config, RotaryEmbedding2d rotary, Init init) {
        long width = config.nEmbd();
        long keyWidth = (long) config.nKvHead() * config.headDim();
        boolean bias = VariantLayers.hasBias(config);
        this.key = new Linear(path.at("key"), width, keyWidth, bias, init, Init.ZEROS);
        this.query = new Linear(path.at("query"), width, width, bias, init, Init.ZEROS);
        this.value = new Linear(path.at("value"), width, keyWidth, bias, init, Init.ZEROS);
        this.proj = new Linear(path.at("proj"), width, width, bias, init, Init.ZEROS);
        this.headDim = config.headDim();
        this.grouped = config.nKvHead() != config.nHead();
        this.attnPdrop = config.attnPdrop();
        this.rotary = rotary;
    }

    Linear key() {
        return key;
    }

    Linear query() {
        return query;
    }

    Linear value() {
        return value;
    }

    /** Null for positions that are in the embeddings. */
    RotaryEmbedding2d rotary() {
        return rotary;
    }

    /**
     * (B, T, C) to (B, T, C), for positions from 0 on.
     *
     * @param mask (1, 1, T, T), true where a row sees a column; null for causal attention
     */
    Tensor forward(Tensor x, Tensor mask, boolean training) {
        Tensor q = heads(query.forward(x));
        Tensor k = heads(key.forward(x));
        Tensor v = heads(value.forward(x));
        if (rotary != null) {
            q = rotary.rotate(q, 0);
            k = rotary.rotate(k, 0);
        }
        return merge(attend(q, k, v, mask, training ? attnPdrop : 0, mask == null));
    }

    /** (B, T, H * D) to (B, H, T, D). */
    private Tensor heads(Tensor x) {
        return x.view(x.size(0), x.size(1), -1, headDim).transpose(1, 2);
    }

    /** Queries (B, H, T, D) look at keys and values (B, Hkv, S, D): (B, H, T, D). */
    Tensor attend(Tensor q, Tensor k, Tensor v, Tensor mask, double dropout, boolean causal) {
        return Torch.scaled_dot_product_attention(q, k, v, mask, dropout, causal, null, grouped);
    }

    /** The heads (B, H, T, D) side by side again, through {@code proj}: (B, T, C). */
    Tensor merge(Tensor heads) {
        return proj.forward(heads.transpose(1, 2).flatten(2));
    }

    /** The same of one position, (B, H, 1, D) to (B, 1, C), as {@link Linear#forwardColumns}. */
    Tensor mergeColumns(Tensor heads) {
        return Columns.toRows(proj.forwardColumns(Columns.of(heads)));
    }
}
