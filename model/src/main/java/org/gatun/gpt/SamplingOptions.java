package org.gatun.gpt;

/**
 * How tokens are drawn.
 *
 * @param temperature what logits are divided by, above 0
 * @param topK only the {@code topK} most probable tokens may be drawn; 0 for no limit
 * @param topP only the most probable tokens whose probabilities together reach {@code topP}, after {@code topK}; in (0, 1], 1 for no limit
 * @param guidanceScale classifier-free guidance (arXiv 2207.12598, eq. 6, with 1 + w for the scale): logits become
 *     {@code unconditional + guidanceScale * (conditional - unconditional)}; 1 for none
 * @param greedy whether the most probable token is taken instead of drawing one
 * @param cudaGraphs whether a GPU replays the steps of single tokens as a CUDA graph; what is drawn is the same up to rounding
 */
public record SamplingOptions(
        double temperature, int topK, double topP, double guidanceScale, boolean greedy, boolean cudaGraphs) {

    /** Draws from the network's distribution as it is. */
    public static final SamplingOptions DEFAULT = new SamplingOptions(1, 0, 1, 1, false);

    /** Without CUDA graphs. */
    public SamplingOptions(double temperature, int topK, double topP, double guidanceScale, boolean greedy) {
        this(temperature, topK, topP, guidanceScale, greedy, false);
    }

    public SamplingOptions {
        if (!(temperature > 0 && temperature < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("temperature must be above 0, not " + temperature);
        }
        if (topK < 0) {
            throw new IllegalArgumentException("top_k must be at least 1, or 0 for no limit, not " + topK);
        }
        if (!(topP > 0 && topP <= 1)) {
            throw new IllegalArgumentException("top_p must be in (0, 1], not " + topP);
        }
        if (!Double.isFinite(guidanceScale)) {
            throw new IllegalArgumentException("the guidance scale must be a finite number, not " + guidanceScale);
        }
    }

    public SamplingOptions withTemperature(double value) {
        return new SamplingOptions(value, topK, topP, guidanceScale, greedy, cudaGraphs);
    }

    public SamplingOptions withTopK(int value) {
        return new SamplingOptions(temperature, value, topP, guidanceScale, greedy, cudaGraphs);
    }

    public SamplingOptions withTopP(double value) {
        return new SamplingOptions(temperature, topK, value, guidanceScale, greedy, cudaGraphs);
    }

    public SamplingOptions withGuidanceScale(double value) {
        return new SamplingOptions(temperature, topK, topP, value, greedy, cudaGraphs);
    }

    public SamplingOptions withGreedy(boolean value) {
        return new SamplingOptions(temperature, topK, topP, guidanceScale, value, cudaGraphs);
    }

    public SamplingOptions withCudaGraphs(boolean value) {
        return new SamplingOptions(temperature, topK, topP, guidanceScale, greedy, value);
    }

    /** {@code context} as these options want it; closed with the result, or if there is none. */
    GptContext prepared(GptContext context, SamplingListener listener) {
        if (!cudaGraphs || !(context instanceof CachedContext cached)) {
            return context;
        }
        try {
            return new CapturedContext(cached, listener);
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
    }

    /** Whether logits without the condition are needed too. */
    public boolean isGuided() {
        return guidanceScale != 1;
    }
}
