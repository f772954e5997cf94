package org.gatun.gpt;

/**
 * The shape of a {@link CodeTransformer}.
 *
 * @param gpt the network
 * @param codebookSize number of the first stage's codes, the first tokens of the vocabulary; tokens behind them can only be conditions
 * @param height codes in a column of a picture
 * @param width codes in a row of a picture
 * @param order the order of the codes
 * @param pkeep probability that an input code is kept in training; the others become random ones. With 0 the network sees the condition
 *     alone, and all codes are drawn at once
 */
public record CodeTransformerConfig(
        GptConfig gpt, int codebookSize, int height, int width, CodeOrder order, double pkeep) {

    public CodeTransformerConfig {
        if (codebookSize < 1 || codebookSize > gpt.vocabSize()) {
            throw new IllegalArgumentException(
                    "a codebook of " + codebookSize + " codes does not fit into vocab_size " + gpt.vocabSize());
        }
        if (height < 1 || width < 1) {
            throw new IllegalArgumentException("a map of codes cannot be " + height + "x" + width);
        }
        if (!(pkeep >= 0 && pkeep <= 1)) {
            throw new IllegalArgumentException("pkeep must be in [0, 1], not " + pkeep);
        }
        if (gpt.variant() instanceof GptVariant.Llama llama
                && (!(order instanceof RasterOrder) || llama.gridWidth() != width)) {
            throw new IllegalArgumentException("two-dimensional rotary positions need raster order and rows of "
                    + llama.gridWidth() + " codes, not " + order + " and " + width);
        }
        int codes = Math.multiplyExact(height, width);
        if (codes > gpt.blockSize()) {
            throw new IllegalArgumentException(
                    "a condition and " + height + "x" + width + " codes do not fit into block_size " + gpt.blockSize());
        }
    }

    /** In raster order, every input kept. */
    public CodeTransformerConfig(GptConfig gpt, int codebookSize, int height, int width) {
        this(gpt, codebookSize, height, width, new RasterOrder(), 1);
    }

    /** Codes in a picture. */
    public int codes() {
        return height * width;
    }
}
