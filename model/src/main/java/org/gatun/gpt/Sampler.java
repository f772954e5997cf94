package org.gatun.gpt;

import org.gatun.torch.Autograd;
import org.gatun.torch.DType;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;

/**
 * Draws a token from the logits of each sequence. Everything stays on the logits' device, and nothing waits for it.
 *
 * <p>Temperature first, then top-k, then top-p of what is left, as in the reference.
 */
public final class Sampler {

    /** Below what any float64 in (0, 1) gives that is drawn. */
    private static final double LEAST_LOG_UNIFORM = -100;

    private final SamplingOptions options;

    public Sampler(SamplingOptions options) {
        this.options = options;
    }

    /**
     * The probabilities that tokens are drawn with, (B, vocab), float64 for float64 logits and float32 otherwise.
     *
     * @param logits (B, vocab)
     */
    public Tensor probabilities(Tensor logits) {
        try (TensorScope scope = TensorScope.open();
                var _ = Autograd.noGrad()) {
            Tensor filtered = logits.dtype() == DType.FLOAT64 ? logits : logits.to(DType.FLOAT32);
            if (options.temperature() != 1) {
                filtered = filtered.div(options.temperature());
            }
            if (options.topK() > 0 && options.topK() < logits.size(-1)) {
                filtered = topK(filtered, options.topK());
            }
            if (options.topP() < 1) {
                filtered = topP(filtered, options.topP());
            }
            return scope.moveToOuter(filtered.softmax(-1));
        }
    }

    /**
     * A token for each sequence, int64 (B, 1).
     *
     * @param logits (B, vocab)
     */
    public Tensor sample(Tensor logits) {
        try (TensorScope scope = TensorScope.open();
                var _ = Autograd.noGrad()) {
            if (options.greedy()) {
                return scope.moveToOuter(logits.argmax(-1, true));
            }
            Tensor probabilities = probabilities(logits);
            // The index of the largest p / Exp(1) is distributed as p; torch.multinomial would check p, and wait for
            // the device. -log(u) is such an exponential, and faster to have than exponential_ on a CPU. Of u = 0 it
            // would be infinite, and p divided by it no more than that of a token that may not be drawn.
            Tensor logUniform = probabilities.empty_like().uniform_().log().clamp_(LEAST_LOG_UNIFORM);
            return scope.moveToOuter(probabilities.div_(logUniform).argmin(-1, true));
        }
    }

    /** Removes what is below the k-th largest; those that equal it all stay. */
    private static Tensor topK(Tensor logits, int k) {
        Tensor smallest = logits.topk(k, -1, true, false).values().amin(new long[] {-1}, true);
        return logits.masked_fill(logits.lt(smallest), Double.NEGATIVE_INFINITY);
    }

    /** Removes what follows when the tokens before it, most probable first, have more than {@code p} already. */
    private static Tensor topP(Tensor logits, double p) {
        var sorted = logits.sort(-1, true);
        Tensor probabilities = sorted.values().softmax(-1);
        Tensor before = probabilities.cumsum(-1).narrow(-1, 0, logits.size(-1) - 1);
        Tensor removed = logits.zeros_like(DType.BOOL);
        removed.scatter_(-1, sorted.indices().narrow(-1, 1, logits.size(-1) - 1), before.gt(p));
        return logits.masked_fill(removed, Double.NEGATIVE_INFINITY);
    }
}
