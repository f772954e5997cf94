package org.gatun.gpt;

import java.util.List;
import org.gatun.nn.Linear;
import org.gatun.torch.Autograd;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;

/**
 * The attention of one block with its layer of a {@link KvCache}. It owns a copy of the weights of query, key and value as one matrix
 * (C, (heads + 2 * kvHeads) * D): one wide product is faster than three, and long rows stream faster from memory than the short ones of the layers.
 */
final class CachedAttention implements AutoCloseable {

    private final CausalSelfAttention attention;
    private final KvCache cache;
    private final int layer;
    private final long heads;
    private final long kvHeads;
    private final long headDim;
    private final Tensor weight;

    /** Null if the layers have none. */
    private final Tensor bias;

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
            Tensor rows = Torch.cat(layers.stream().map(Linear::weight).toList());
            this.weight = scope.keep(rows.t().contiguous());
            this.bias = VariantLayers.hasBias(config)
                    ? scope.keep(Torch.cat(layers.stream().map(Linear::bias).toList()))
                    : null;
        }
    }

    /**
     * The T positions of {@code x} (B, T, C) attend to themselves and to all that are cached.
     *
     * @param mask (1, 1, T, length + T), or null: causal for the first positions, none for a single one
     */
    Tensor forward(Tensor x, Tensor mask) {
        long batch = x.size(0);
        long count = x.size(1);
        boolean causal = mask == null && count > 1;
        Tensor rows = x.flatten(0, 1);
        Tensor qkv = (bias == null ? rows.mm(weight) : bias.addmm(rows, weight))
                .view(batch, count, -1, headDim)
                .transpose(1, 2); // (B, H + 2 Hkv, T, D)
        Tensor q = qkv.narrow(1, 0, heads);
        Tensor kv = qkv.narrow(1, heads, 2 * kvHeads);
        if (attention.rotary() != null) {
            Tensor turned = attention.rotary().rotate(qkv.narrow(1, 0, heads + kvHeads), cache.length());
            q = turned.narrow(1, 0, heads);
            kv = Torch.cat(List.of(turned.narrow(1, heads, kvHeads), kv.narrow(1, kvHeads, kvHeads)), 1);
        }
        Tensor cached = cache.append(layer, kv); // (B, 2 Hkv, length + T, D)
        Tensor k = cached.narrow(1, 0, kvHeads);
        Tensor v = cached.narrow(1, kvHeads, kvHeads);
        return attention.attend(q, k, v, mask, 0, causal);
    }

    @Override
    public void close() {
        weight.close();
        if (bias != null) {
            bias.close();
        }
    }
}
