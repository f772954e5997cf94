package org.gatun.gpt;

import org.gatun.torch.Tensor;

/**
 * The tokens that a {@link Gpt} has read so far, and what it expects next. It is used without gradients and by one thread, and owns
 * its memory; the network's parameters must not change while it is open.
 */
public sealed interface GptContext extends AutoCloseable permits CachedContext, CapturedContext, RecomputedContext {

    /**
     * A context for sequences of up to {@code maxLength} tokens, with a KV cache where that is the same as computing everything anew:
     * if the first {@link #append} covers all positions that see each other.
     *
     * @param batch number of sequences
     * @param prefixLength number of tokens of the first {@link #append}
     * @throws IllegalArgumentException if {@code maxLength} is more than {@code blockSize}
     */
    static GptContext open(Gpt gpt, long batch, long prefixLength, long maxLength) {
        return prefixLength >= gpt.config().nUnmasked()
                ? new CachedContext(gpt, batch, maxLength)
                : new RecomputedContext(gpt, batch, maxLength);
    }

    /**
     * Reads T more tokens.
     *
     * @param tokens int64 (B, T), on the network's device
     * @return logits (B, vocab) of the token that follows, to be used before the next {@link #append}
     * @throws IllegalArgumentException if there is no room for them
     */
    Tensor append(Tensor tokens);

    /** The number of tokens read. */
    long length();

    /** Forgets the tokens; the memory stays. */
    void clear();

    @Override
    void close();
}
