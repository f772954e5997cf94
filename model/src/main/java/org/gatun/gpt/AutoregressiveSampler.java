package org.gatun.gpt;

import org.gatun.torch.Autograd;
import org.gatun.torch.DType;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;

/**
 * Draws sequences from a {@link Gpt}, token after token, with a KV cache. Drawn tokens stay on the device: no step waits for it.
 */
public final class AutoregressiveSampler {

    private final Gpt gpt;
    private final long vocabulary;
    private final Contexts contexts;

    /** Makes the context of a sampling, {@link GptContext#open}, or a particular kind. */
    @FunctionalInterface
    interface Contexts {
        GptContext open(Gpt gpt, long batch, long prefixLength, long maxLength);
    }

    /**
     * A sampler of the first {@code vocabulary} tokens of {@code gpt}; those behind may stand in conditions and are never drawn.
     */
    public AutoregressiveSampler(Gpt gpt, long vocabulary) {
        this(gpt, vocabulary, GptContext::open);
    }

    AutoregressiveSampler(Gpt gpt, long vocabulary, Contexts contexts) {
        if (vocabulary < 1 || vocabulary > gpt.config().vocabSize()) {
            throw new IllegalArgumentException("cannot draw from " + vocabulary + " tokens of "
                    + gpt.config().vocabSize());
        }
        this.gpt = gpt;
        this.vocabulary = vocabulary;
        this.contexts = contexts;
    }

    /**
     * Draws {@code length} tokens behind the condition of each sequence.
     *
     * @return int64 (B, length)
     * @throws IllegalArgumentException if condition and tokens do not fit into the network's block, if {@code prompt} gives a part of a
     *     sequence of another length, or if guidance is wanted and there are no unconditional tokens
     */
    public Tensor sample(Prompt prompt, int length, SamplingOptions options, SamplingListener listener) {
        check(prompt, length, options);
        long batch = prompt.condition().size(0);
        long contextLength = prompt.condition().size(1) + length - 1;
        Guidance guidance = new Guidance(options.guidanceScale());
        try (TensorScope scope = TensorScope.open();
                var _ = Autograd.noGrad();
                GptContext context = options.prepared(
                        contexts.open(gpt, guidance.contextBatch(batch), firstLength(prompt), contextLength),
                        listener)) {
            Tensor tokens = Torch.zeros(
                    new long[] {batch, length}, DType.INT64, gpt.path().device());
            draw(prompt, new Sampler(options), guidance, listener, context, tokens);
            return scope.moveToOuter(tokens);
        }
    }

    private void draw(
            Prompt prompt,
            Sampler sampler,
            Guidance guidance,
            SamplingListener listener,
            GptContext context,
            Tensor tokens) {
        int length = (int) tokens.size(1);
        int read = 0; // tokens that the context holds
        int position = 0;
        while (position < length) {
            try (TensorScope _ = TensorScope.open()) {
                int known = runOfKnown(prompt, position, length);
                if (known > 0) {
                    tokens.narrow(1, position, known).copy_(prompt.given().narrow(1, position, known));
                    position += known;
                } else {
                    Tensor unread = tokens.narrow(1, read, position - read);
                    Tensor next = context.length() == 0
                            ? guidance.first(prompt.condition(), prompt.unconditional(), unread)
                            : guidance.next(unread);
                    Tensor logits = guidance.combine(context.append(next)).narrow(-1, 0, vocabulary);
                    tokens.narrow(1, position, 1).copy_(sampler.sample(logits));
                    read = position;
                    position++;
                }
                listener.onToken(new SamplingProgress(position, length, tokens::clone));
            }
        }
    }

    private static long firstLength(Prompt prompt) {
        int length = prompt.known() == null ? 0 : prompt.known().length;
        return prompt.condition().size(1) + runOfKnown(prompt, 0, length);
    }

    private static int runOfKnown(Prompt prompt, int position, int length) {
        int end = position;
        while (end < length && prompt.isKnown(end)) {
            end++;
        }
        return end - position;
    }

    private static void check(Prompt prompt, int length, SamplingOptions options) {
        if (length < 1) {
            throw new IllegalArgumentException("cannot draw " + length + " tokens");
        }
        if (prompt.known() != null && prompt.known().length != length) {
            throw new IllegalArgumentException(
                    "the prompt gives a part of " + prompt.known().length + " tokens; " + length + " are drawn");
        }
        if (options.isGuided() && prompt.unconditional() == null) {
            throw new IllegalArgumentException("a guidance scale of " + options.guidanceScale()
                    + " needs the tokens of no condition; this prompt has none");
        }
    }
}
