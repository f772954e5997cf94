package org.gatun.gpt;

import java.util.ArrayList;
import java.util.List;
import org.gatun.torch.Autograd;
import org.gatun.torch.Device;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;

/** Keeps keys and values, so that each token is computed once. */
final class CachedContext implements GptContext {

    private final Gpt gpt;
    private final KvCache cache;
    private final List<CachedAttention> attentions = new ArrayList<>();

    CachedContext(Gpt gpt, long batch, long maxLength) {
        this.gpt = gpt;
        GptConfig config = gpt.config();
        ContextLength.check(maxLength, config);
        this.cache = new KvCache(
                config.nLayer(),
                batch,
                config.nKvHead(),
                maxLength,
                config.headDim(),
                gpt.path().dtype(),
                gpt.path().device());
        try {
            for (Block block : gpt.blocks()) {
                attentions.add(new CachedAttention(block.attention(), config, cache, attentions.size()));
            }
        } catch (RuntimeException e) { // as without memory for all
            close();
            throw e;
        }
    }

    @Override
    public Tensor append(Tensor tokens) {
        long position = cache.length();
        long count = tokens.size(1);
        ContextLength.checkRoom(position, count, cache.maxLength());
        try (TensorScope scope = TensorScope.open();
                var _ = Autograd.noGrad()) {
            Tensor x = gpt.embed(tokens, position);
            x = position > 0 && count == 1 && !device().isCuda() ? step(x) : read(x, mask(position, count));
            cache.advance(count);
            return scope.moveToOuter(gpt.lastLogits(x));
        }
    }

    private Tensor read(Tensor x, Tensor mask) {
        List<Block> blocks = gpt.blocks();
        for (int i = 0; i < blocks.size(); i++) {
            CachedAttention attention = attentions.get(i);
            x = blocks.get(i).forward(x, h -> attention.forward(h, mask), false);
        }
        return x;
    }

    private Tensor step(Tensor x) {
        List<Block> blocks = gpt.blocks();
        for (int i = 0; i < blocks.size(); i++) {
            x = blocks.get(i).step(x, attentions.get(i)::step);
        }
        return x;
    }

    /**
     * Reads one more token of each sequence, by work of the same shapes wherever it stands. {@link #advance} counts it.
     *
     * @param tokens int64 (B, 1)
     * @param position int64 (1): {@link #length}, on the network's device
     * @return logits (B, vocab) of the token that follows
     */
    Tensor step(Tensor tokens, Tensor position) {
        try (TensorScope scope = TensorScope.open();
                var _ = Autograd.noGrad()) {
            Tensor x = gpt.embed(tokens, position);
            Tensor mask = Torch.arange(cache.maxLength(), null, gpt.path().device())
                    .le(position)
                    .view(1, 1, 1, -1);
            List<Block> blocks = gpt.blocks();
            for (int i = 0; i < blocks.size(); i++) {
                CachedAttention attention = attentions.get(i);
                x = blocks.get(i).forward(x, h -> attention.forward(h, mask, position), false);
            }
            return scope.moveToOuter(gpt.lastLogits(x));
        }
    }

    /** Counts a token that {@link #step} has read. */
    void advance() {
        cache.advance(1);
    }

    void checkRoomForOne() {
        ContextLength.checkRoom(cache.length(), 1, cache.maxLength());
    }

    Device device() {
        return gpt.path().device();
    }

    /** (1, 1, count, position + count) for the rows of new tokens; null where causal attention or no mask at all is the same. */
    private Tensor mask(long position, long count) {
        if (position == 0) {
            return gpt.mask(count);
        }
        return count == 1
                ? null
                : AttentionMask.causalRows(position, count, gpt.path().device());
    }

    @Override
    public long length() {
        return cache.length();
    }

    @Override
    public void clear() {
        cache.clear();
    }

    @Override
    public void close() {
        cache.close();
        attentions.forEach(CachedAttention::close);
    }
}
