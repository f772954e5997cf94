package org.gatun.gpt;

import java.util.function.Supplier;
import org.gatun.torch.Tensor;

/** How far sampling has come. */
public final class SamplingProgress {

    private final long done;
    private final long total;
    private final Supplier<Tensor> tokens;

    SamplingProgress(long done, long total, Supplier<Tensor> tokens) {
        this.done = done;
        this.total = total;
        this.tokens = tokens;
    }

    /** Tokens of each sequence that are there. */
    public long done() {
        return done;
    }

    /** Tokens of each sequence in the end. */
    public long total() {
        return total;
    }

    /**
     * A copy of all tokens as the sampler will return them, 0 where there is none yet; the caller, or the innermost scope, owns it.
     * Reading its values waits for the device.
     */
    public Tensor tokens() {
        return tokens.get();
    }
}
