package org.gatun.gpt;

import java.util.List;
import org.gatun.nn.Linear;
import org.gatun.torch.Autograd;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;

/**
 * The attention of one block with its layer of a {@link KvCache}. It owns a copy of the weights of query, key and value as one
 * matrix: one wide product is faster than three.
 */
final class CachedAttention implements AutoCloseable {

    private final CausalSelfAttention attention;
    private final KvCache cache;
    private final int layer;
    private final long heads;
    private final long kvHeads;
    private final long headDim;

    /** C to (heads + 2 * kvHeads) * D. */
    private final Linear projection;

    CachedAttention(CausalSelfAttention attention, GptConfig config, KvCache cache, int layer) {
        this.attention = attention;
        this.cache = cache;
        this.layer = layer;
        this.heads = config.nHead();
        this.kvHeads = config.nKvHead();
        this.headDim = config.headDim();
        List<Linear> layers = List.of(attention.query(), attention.key(), attention.value());
        try (TensorScope scope = TensorScope.open();
                var _ = Autograd.noGrad()) {
            Tensor weight =
                    scope.keep(Torch.cat(layers.stream().map(Linear::weight).toList()));
            Tensor bias = VariantLayers.hasBias(config)
                    ? scope.keep(Torch.cat(layers.stream().map(Linear::bias).toList()))
                    : null;
            this.projection = new Linear(weight, bias);
        }
    }

    /**
     * The T positions of {@code x} (B, T, C) attend to themselves and to all that are cached.
     *
     * @param mask (1, 1, T, length + T), or null: causal for the first positions, none for a single one
     */
    Tensor forward(Tensor x, Tensor mask) {
        return attention.merge(append(project(x), mask));
    }

    /** The same of one position, (B, 1, C), as {@link Linear#forwardColumns}. */
    Tensor step(Tensor x) {
        Tensor columns = projection.forwardColumns(Columns.of(x));
        return attention.mergeColumns(append(heads(columns.t().contiguous(), x), null));
    }

    /** @param qkv (B, H + 2 Hkv, T, D) */
    private Tensor append(Tensor qkv, Tensor mask) {
        boolean causal = mask == null && qkv.size(2) > 1;
        if (attention.rotary() != null) {
            qkv = withValues(attention.rotary().rotate(withoutValues(qkv), cache.length()), qkv);
        }
        return attend(qkv, cache.append(layer, keysAndValues(qkv)), mask, causal);
    }

    /**
     * One position {@code x} (B, 1, C) attends to itself and to those before it, by work of the same shapes wherever it is.
     *
     * @param mask (1, 1, 1, maxLength), true for the positions up to this one
     * @param position int64 (1)
     */
    Tensor forward(Tensor x, Tensor mask, Tensor position) {
        Tensor qkv = project(x); // (B, H + 2 Hkv, 1, D)
        if (attention.rotary() != null) {
            qkv = withValues(attention.rotary().rotate(withoutValues(qkv), position), qkv);
        }
        return attention.merge(attend(qkv, cache.write(layer, keysAndValues(qkv), position), mask, false));
    }

    /** (B, T, C) to (B, H + 2 Hkv, T, D): queries, keys and values. */
    private Tensor project(Tensor x) {
        return heads(projection.forward(x), x);
    }

    private Tensor heads(Tensor projected, Tensor x) {
        return projected.view(x.size(0), x.size(1), -1, headDim).transpose(1, 2);
    }

    private Tensor withoutValues(Tensor qkv) {
        return qkv.narrow(1, 0, heads + kvHeads);
    }

    private Tensor withValues(Tensor queriesAndKeys, Tensor qkv) {
        return Torch.cat(List.of(queriesAndKeys, qkv.narrow(1, heads + kvHeads, kvHeads)), 1);
    }

    private Tensor keysAndValues(Tensor qkv) {
        return qkv.narrow(1, heads, 2 * kvHeads);
    }

    /** @param cached (B, 2 Hkv, S, D) */
    private Tensor attend(Tensor qkv, Tensor cached, Tensor mask, boolean causal) {
        Tensor q = qkv.narrow(1, 0, heads);
        Tensor k = cached.narrow(1, 0, kvHeads);
        Tensor v = cached.narrow(1, kvHeads, kvHeads);
        return attention.attend(q, k, v, mask, 0, causal);
    }

    @Override
    public void close() {
        projection.weight().close();
        if (projection.bias() != null) {
            projection.bias().close();
        }
    }
}
