package org.gatun.gpt;

/** Of which layers a {@link Gpt} is made; everything else is the same. */
public sealed interface GptVariant {

    /** The reference's layers: LayerNorm, learned positions, a GELU MLP, a key head for each query head, biases. */
    record MinGpt() implements GptVariant {}

    /**
     * Those of LlamaGen (arXiv 2406.06525): RMSNorm, SwiGLU, two-dimensional rotary positions, grouped-query attention, no biases. Unlike
     * there, tokens of a condition have a rotation: none of their own if they stand for the whole picture, as a class does, otherwise that
     * of the place in the picture which they tell of.
     *
     * @param nKvHead heads of keys and values; divides the number of heads
     * @param conditionLength tokens that stand before the codes
     * @param conditionGridWidth tokens in a row of a condition that is a map; 0 for a condition without places
     * @param gridWidth codes in a row of the picture
     * @param ropeBase the base of the rotations' frequencies, 10000 in LlamaGen
     */
    record Llama(int nKvHead, int conditionLength, int conditionGridWidth, int gridWidth, double ropeBase)
            implements GptVariant {

        public Llama {
            if (nKvHead < 1 || conditionLength < 1 || gridWidth < 1) {
                throw new IllegalArgumentException("n_kv_head, condition length and grid width must be at least 1, not "
                        + nKvHead + ", " + conditionLength + " and " + gridWidth);
            }
            if (conditionGridWidth < 0 || conditionGridWidth > 0 && conditionLength % conditionGridWidth != 0) {
                throw new IllegalArgumentException("a condition of " + conditionLength
                        + " tokens does not divide into rows of " + conditionGridWidth);
            }
            if (!(ropeBase > 1)) {
                throw new IllegalArgumentException("rope_base must be above 1, not " + ropeBase);
            }
        }

        /** With a condition without places. */
        public Llama(int nKvHead, int conditionLength, int gridWidth, double ropeBase) {
            this(nKvHead, conditionLength, 0, gridWidth, ropeBase);
        }

        /** The row in the picture of the token at {@code position}, counted in codes. */
        double row(int position) {
            if (position >= conditionLength) {
                return (position - conditionLength) / gridWidth;
            }
            return conditionGridWidth == 0 ? 0 : scaled(position / conditionGridWidth);
        }

        /** The column in the picture of the token at {@code position}, counted in codes. */
        double column(int position) {
            if (position >= conditionLength) {
                return (position - conditionLength) % gridWidth;
            }
            return conditionGridWidth == 0 ? 0 : scaled(position % conditionGridWidth);
        }

        /** Where the middle of a condition's cell lies among the codes, whose middles are at 0, 1, 2. */
        private double scaled(int cell) {
            return (cell + 0.5) * gridWidth / conditionGridWidth - 0.5;
        }
    }
}
