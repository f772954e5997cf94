package org.gatun.gpt;

import org.gatun.nn.Init;
import org.gatun.nn.Module;
import org.gatun.nn.ParameterPath;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;

/** A pre-norm transformer block: attention, then an MLP, each added to the residual stream. */
final class Block {

    private final Module ln1;
    private final CausalSelfAttention attn;
    private final Module ln2;
    private final FeedForward mlp;
    private final double residPdrop;

    Block(ParameterPath path, GptConfig config, RotaryEmbedding2d rotary, Init init) {
        this.ln1 = VariantLayers.norm(path.at("ln1"), config);
        this.ln2 = VariantLayers.norm(path.at("ln2"), config);
        this.attn = new CausalSelfAttention(path.at("attn"), config, rotary, init);
        this.mlp = VariantLayers.mlp(path.at("mlp"), config, init);
        this.residPdrop = config.residPdrop();
    }

    CausalSelfAttention attention() {
        return attn;
    }

    /**
     * (B, T, C) to (B, T, C).
     *
     * @param mask (1, 1, T, T), true where a row sees a column; null for causal attention
     */
    Tensor forward(Tensor x, Tensor mask, boolean training) {
        return forward(x, h -> attn.forward(h, mask, training), training);
    }

    /** The same with another way to attend, as with a cache. */
    Tensor forward(Tensor x, Module attention, boolean training) {
        try (TensorScope scope = TensorScope.open()) {
            Tensor h = x.add(dropout(attention.forward(ln1.forward(x)), training));
            return scope.moveToOuter(h.add(dropout(mlp.forward(ln2.forward(h)), training)));
        }
    }

    /**
     * One position (B, 1, C) to (B, 1, C), without dropout.
     *
     * @param attention (B, 1, C) to (B, 1, C)
     */
    Tensor step(Tensor x, Module attention) {
        try (TensorScope scope = TensorScope.open()) {
            Tensor h = x.add(attention.forward(ln1.forward(x)));
            return scope.moveToOuter(h.add(Columns.toRows(mlp.forwardColumns(Columns.of(ln2.forward(h))))));
        }
    }

    private Tensor dropout(Tensor x, boolean training) {
        return training ? Torch.dropout(x, residPdrop, true) : x;
    }
}
