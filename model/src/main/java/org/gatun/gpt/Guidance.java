package org.gatun.gpt;

import java.util.List;
import org.gatun.torch.Tensor;
import org.gatun.torch.Torch;

/**
 * Classifier-free guidance (arXiv 2207.12598): a context of twice the batch reads every sequence with its condition, then every
 * sequence without. With a scale of 1 there is none, and the batch stays as it is.
 */
record Guidance(double scale) {

    boolean isActive() {
        return scale != 1;
    }

    long contextBatch(long batch) {
        return isActive() ? 2 * batch : batch;
    }

    /**
     * The first tokens that the context reads: the condition and what follows it.
     *
     * @param condition (B, C)
     * @param unconditional (B, C) or (1, C); may be null without guidance
     * @param tokens (B, T)
     */
    Tensor first(Tensor condition, Tensor unconditional, Tensor tokens) {
        Tensor conditional = Torch.cat(List.of(condition, tokens), 1);
        if (!isActive()) {
            return conditional;
        }
        Tensor expanded = unconditional.expand(condition.shape());
        return Torch.cat(List.of(conditional, Torch.cat(List.of(expanded, tokens), 1)));
    }

    /** What the context reads of later tokens (B, T). */
    Tensor next(Tensor tokens) {
        return isActive() ? tokens.repeat(2, 1) : tokens;
    }

    /** The context's logits, (B, vocab) or (2 B, vocab), as one for each sequence. */
    Tensor combine(Tensor logits) {
        if (!isActive()) {
            return logits;
        }
        List<Tensor> halves = logits.chunk(2);
        return halves.get(1).lerp(halves.get(0), scale);
    }
}
