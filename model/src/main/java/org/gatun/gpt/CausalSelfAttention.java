package org.gatun.gpt;

import org.gatun.nn.Init;
import org.gatun.nn.Linear;
import org.gatun.nn.ParameterPath;
import org.gatun.torch.Tensor;
import org.gatun.torch.Torch;

/** Multi-head attention of a sequence to itself: {@code key}, {@code query}, {@code value}, {@code proj}. */
final class CausalSelfAttention {

    private final Linear key;
    private final Linear query;
    private final Linear value;
    private final Linear proj;
    private final long headDim;
    private final double attnPdrop;

    CausalSelfAttention(ParameterPath path, GptConfig config, Init init) {
        long width = config.nEmbd();
        this.key = new Linear(path.at("key"), width, width, true, init, Init.ZEROS);
        this.query = new Linear(path.at("query"), width, width, true, init, Init.ZEROS);
        this.value = new Linear(path.at("value"), width, width, true, init, Init.ZEROS);
        this.proj = new Linear(path.at("proj"), width, width, true, init, Init.ZEROS);
        this.headDim = config.headDim();
        this.attnPdrop = config.attnPdrop();
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

    /**
     * (B, T, C) to (B, T, C).
     *
     * @param mask (1, 1, T, T), true where a row sees a column; null for causal attention
     */
    Tensor forward(Tensor x, Tensor mask, boolean training) {
        Tensor q = heads(query.forward(x));
        Tensor k = heads(key.forward(x));
        Tensor v = heads(value.forward(x));
        return project(Torch.scaled_dot_product_attention(q, k, v, mask, training ? attnPdrop : 0, mask == null));
    }

    /** (B, T, H * D) to (B, H, T, D). */
    private Tensor heads(Tensor x) {
        return x.view(x.size(0), x.size(1), -1, headDim).transpose(1, 2);
    }

    /** (B, H, T, D), all heads side by side again and through {@code proj}: (B, T, C). */
    Tensor project(Tensor heads) {
        return proj.forward(heads.transpose(1, 2).flatten(2));
    }
}
