package org.gatun.gpt;

import java.util.List;
import org.gatun.torch.Autograd;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;

/**
 * The attention of one block with its layer of a {@link KvCache}. It owns a copy of the weights of query, key and value as one matrix,
 * because one wide product is faster than three.
 */
final class CachedAttention implements AutoCloseable {

    private final CausalSelfAttention attention;
    private final KvCache cache;
    private final int layer;
    private final long heads;
    private final long headDim;
    private final Tensor weight;
    private final Tensor bias;

    CachedAttention(CausalSelfAttention attention, GptConfig config, KvCache cache, int layer) {
        this.attention = attention;
        this.cache = cache;
        this.layer = layer;
        this.heads = config.nHead();
        this.headDim = config.headDim();
        try (TensorScope scope = TensorScope.open();
                var _ = Autograd.noGrad()) {
            this.weight = scope.keep(Torch.cat(List.of(
                    attention.query().weight(),
                    attention.key().weight(),
                    attention.value().weight())));
            this.bias = scope.keep(Torch.cat(List.of(
                    attention.query().bias(),
                    attention.key().bias(),
                    attention.value().bias())));
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
        Tensor qkv = Torch.linear(x, weight, bias)
                .view(batch, count, 3, heads, headDim)
                .permute(0, 2, 3, 1, 4); // (B, 3, H, T, D)
        Tensor kv = cache.append(layer, qkv.narrow(1, 1, 2)); // (B, 2, H, length + T, D)
        return attention.project(Torch.scaled_dot_product_attention(
                qkv.select(1, 0), kv.select(1, 0), kv.select(1, 1), mask, 0, causal));
    }

    @Override
    public void close() {
        weight.close();
        bias.close();
    }
}
