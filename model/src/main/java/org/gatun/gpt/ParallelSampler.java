package org.gatun.gpt;

import java.util.List;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;

/**
 * Draws all tokens in one pass from a network that was trained with {@code pkeep} 0: it has learned to ignore the tokens behind the
 * condition, so the condition's own stand there, as in the reference.
 */
final class ParallelSampler {

    private final Gpt gpt;
    private final long vocabulary;

    ParallelSampler(Gpt gpt, long vocabulary) {
        this.gpt = gpt;
        this.vocabulary = vocabulary;
    }

    /** int64 (B, length); the condition must be as long, and nothing known, nor guidance wanted. */
    Tensor sample(Prompt prompt, int length, SamplingOptions options) {
        Tensor condition = prompt.condition();
        if (condition.size(1) != length || prompt.known() != null || options.isGuided()) {
            throw new IllegalArgumentException("a transformer with pkeep 0 needs a condition of " + length
                    + " tokens, and can neither complete nor be guided");
        }
        try (TensorScope scope = TensorScope.open()) {
            Tensor tokens = Torch.cat(List.of(condition, condition.narrow(1, 0, length - 1)), 1);
            Tensor features = gpt.features(tokens, null, false).narrow(1, length - 1, length);
            Tensor logits = gpt.logits(features).narrow(-1, 0, vocabulary).flatten(0, 1);
            return scope.moveToOuter(new Sampler(options).sample(logits).view(-1, length));
        }
    }
}
