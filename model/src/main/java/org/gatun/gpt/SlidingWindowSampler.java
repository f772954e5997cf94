package org.gatun.gpt;

import org.gatun.torch.Autograd;
import org.gatun.torch.DType;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;

/**
 * Draws maps of codes larger than what a {@link Gpt} sees at once, in raster order, each code from a square window around it, as the
 * reference does: the code is in the window's middle ({@code window / 2} codes from its upper and left sides), nearer to a side of the
 * window only where the map ends.
 *
 * <p>While the window stands still its KV cache is used on; where it has moved every position is another, and it is read anew.
 */
public final class SlidingWindowSampler {

    private final Gpt gpt;
    private final long vocabulary;
    private final int window;

    /**
     * A sampler of the first {@code vocabulary} tokens of a network in raster order.
     *
     * @param window codes on a side of what the network was trained with; 16 in the paper
     */
    public SlidingWindowSampler(Gpt gpt, long vocabulary, int window) {
        if (vocabulary < 1 || vocabulary > gpt.config().vocabSize()) {
            throw new IllegalArgumentException("cannot draw from " + vocabulary + " tokens of "
                    + gpt.config().vocabSize());
        }
        if (window < 1) {
            throw new IllegalArgumentException("a window cannot have " + window + " codes on a side");
        }
        this.gpt = gpt;
        this.vocabulary = vocabulary;
        this.window = window;
    }

    /** A sampler of the codes of {@code transformer}, with its size as the window. */
    public static SlidingWindowSampler of(CodeTransformer transformer) {
        CodeTransformerConfig config = transformer.config();
        if (!transformer.permuter().isIdentity() || config.height() != config.width()) {
            throw new IllegalArgumentException("a sliding window needs a transformer of square maps in raster order");
        }
        return new SlidingWindowSampler(transformer.gpt(), config.codebookSize(), config.width());
    }

    /**
     * Draws the codes of one map for each condition.
     *
     * @return int64 (B, height, width)
     * @throws IllegalArgumentException if the map is smaller than the window, a window and its condition don't fit into the network's
     *     block, the condition is shorter than {@code nUnmasked}, or guidance is wanted and there is no unconditional condition
     */
    public Tensor sample(MapPrompt prompt, SamplingOptions options, SamplingListener listener) {
        try (TensorScope scope = TensorScope.open();
                var _ = Autograd.noGrad()) {
            Guidance guidance = new Guidance(options.guidanceScale());
            Tensor condition = checked(prompt, guidance);
            long batch = condition.size(0);
            Tensor map = prompt.given() == null
                    ? Torch.zeros(
                            new long[] {batch, prompt.height(), prompt.width()},
                            DType.INT64,
                            gpt.path().device())
                    : prompt.given().clone();
            long contextLength = condition.size(1) + (long) window * window - 1;
            try (GptContext context = options.prepared(
                    GptContext.open(gpt, guidance.contextBatch(batch), condition.size(1), contextLength), listener)) {
                new Slide(prompt, new Sampler(options), guidance, context, map).run(listener);
            }
            return scope.moveToOuter(map);
        }
    }

    private Tensor checked(MapPrompt prompt, Guidance guidance) {
        if (prompt.height() < window || prompt.width() < window) {
            throw new IllegalArgumentException("a map of " + prompt.height() + "x" + prompt.width()
                    + " codes is smaller than the window of " + window + "x" + window);
        }
        Tensor condition = prompt.condition().tokens(0, 0, window);
        if (condition.size(1) < gpt.config().nUnmasked()) {
            throw new IllegalArgumentException("the condition's " + condition.size(1)
                    + " tokens are fewer than n_unmasked, " + gpt.config().nUnmasked());
        }
        if (guidance.isActive() && prompt.unconditional() == null) {
            throw new IllegalArgumentException("a guidance scale of " + guidance.scale()
                    + " needs the tokens of no condition; this prompt has none");
        }
        return condition;
    }

    /** One run over a map. */
    private final class Slide {

        private final MapPrompt prompt;
        private final Sampler sampler;
        private final Guidance guidance;
        private final GptContext context;
        private final Tensor map;

        /** The window that the context has read a part of, and how many of its codes. */
        private int contextTop = -1;

        private int contextLeft = -1;
        private int read;

        Slide(MapPrompt prompt, Sampler sampler, Guidance guidance, GptContext context, Tensor map) {
            this.prompt = prompt;
            this.sampler = sampler;
            this.guidance = guidance;
            this.context = context;
            this.map = map;
        }

        void run(SamplingListener listener) {
            long total = (long) prompt.height() * prompt.width();
            for (int row = 0; row < prompt.height(); row++) {
                for (int column = 0; column < prompt.width(); column++) {
                    if (prompt.isKnown(row, column)) {
                        continue;
                    }
                    try (TensorScope _ = TensorScope.open()) {
                        Tensor token = draw(row, column);
                        map.narrow(1, row, 1).narrow(2, column, 1).copy_(token.unsqueeze(2));
                        listener.onToken(
                                new SamplingProgress((long) row * prompt.width() + column + 1, total, map::clone));
                    }
                }
            }
        }

        /** The code (B, 1) of a place. */
        private Tensor draw(int row, int column) {
            int top = start(row, prompt.height());
            int left = start(column, prompt.width());
            int local = (row - top) * window + column - left; // codes of the window before this one
            Tensor codes = map.narrow(1, top, window).narrow(2, left, window).flatten(1);
            Tensor tokens;
            if (top == contextTop && left == contextLeft && local > read) {
                tokens = guidance.next(codes.narrow(1, read, local - read));
            } else {
                context.clear();
                Tensor unconditional =
                        guidance.isActive() ? prompt.unconditional().tokens(top, left, window) : null;
                tokens = guidance.first(
                        prompt.condition().tokens(top, left, window), unconditional, codes.narrow(1, 0, local));
            }
            contextTop = top;
            contextLeft = left;
            read = local;
            return sampler.sample(guidance.combine(context.append(tokens)).narrow(-1, 0, vocabulary));
        }

        /** Where the window begins, for the code at {@code position} of {@code size}. */
        private int start(int position, int size) {
            return Math.clamp(position - window / 2, 0, size - window);
        }
    }
}
