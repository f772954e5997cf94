package org.gatun.gpt;

/** Of which layers a {@link Gpt} is made; everything else is the same. */
public sealed interface GptVariant {

    /** The reference's layers: LayerNorm, learned positions, a GELU MLP, a key head for each query head, biases. */
    record MinGpt() implements GptVariant {}

    /**
     * Those of LlamaGen (arXiv 2406.06525): RMSNorm, SwiGLU, two-dimensional rotary positions, grouped-query attention, no biases. Unlike
     * there, tokens of a condition have rotation 0 instead of keys and queries of 0.
     *
     * @param nKvHead heads of keys and values; divides the number of heads
     * @param conditionLength tokens that stand before the codes and have no place in the picture
     * @param gridWidth codes in a row of the picture
     * @param ropeBase the base of the rotations' frequencies, 10000 in LlamaGen
     */
    record Llama(int nKvHead, int conditionLength, int gridWidth, double ropeBase) implements GptVariant {

        public Llama {
            if (nKvHead < 1 || conditionLength < 1 || gridWidth < 1) {
                throw new IllegalArgumentException("n_kv_head, condition length and grid width must be at least 1, not "
                        + nKvHead + ", " + conditionLength + " and " + gridWidth);
            }
            if (!(ropeBase > 1)) {
                throw new IllegalArgumentException("rope_base must be above 1, not " + ropeBase);
            }
        }
    }
}
