package org.gatun.gpt;

/**
 * The shape of a {@link Gpt}, under the reference's names.
 *
 * @param vocabSize number of tokens
 * @param blockSize the longest sequence
 * @param nLayer number of blocks
 * @param nHead attention heads; divides {@code nEmbd}
 * @param nEmbd width
 * @param embdPdrop dropout of the embeddings in training, in [0, 1)
 * @param residPdrop dropout of what a block adds, in [0, 1)
 * @param attnPdrop dropout of attention weights, in [0, 1)
 * @param nUnmasked number of leading positions that all see each other; behind them attention is causal
 * @param variant of which layers the network is made
 */
public record GptConfig(
        int vocabSize,
        int blockSize,
        int nLayer,
        int nHead,
        int nEmbd,
        double embdPdrop,
        double residPdrop,
        double attnPdrop,
        int nUnmasked,
        GptVariant variant) {

    public GptConfig {
        requirePositive("vocab_size", vocabSize);
        requirePositive("block_size", blockSize);
        requirePositive("n_layer", nLayer);
        requirePositive("n_head", nHead);
        requirePositive("n_embd", nEmbd);
        if (nEmbd % nHead != 0) {
            throw new IllegalArgumentException("n_embd " + nEmbd + " does not divide into n_head " + nHead + " heads");
        }
        requireProbability("embd_pdrop", embdPdrop);
        requireProbability("resid_pdrop", residPdrop);
        requireProbability("attn_pdrop", attnPdrop);
        if (nUnmasked < 0 || nUnmasked > blockSize) {
            throw new IllegalArgumentException(
                    "n_unmasked " + nUnmasked + " must be in 0..block_size, which is " + blockSize);
        }
        if (variant instanceof GptVariant.Llama llama) {
            if (nHead % llama.nKvHead() != 0) {
                throw new IllegalArgumentException(
                        "n_head " + nHead + " does not divide into n_kv_head " + llama.nKvHead() + " groups");
            }
            if (nEmbd / nHead % 4 != 0) {
                throw new IllegalArgumentException(
                        "two-dimensional rotary positions need heads whose width 4 divides, not " + nEmbd / nHead);
            }
        }
    }

    /** Whether a block's output is random in training. */
    public boolean blocksDropOut() {
        return residPdrop > 0 || attnPdrop > 0;
    }

    /** Of the reference's layers. */
    public GptConfig(
            int vocabSize,
            int blockSize,
            int nLayer,
            int nHead,
            int nEmbd,
            double embdPdrop,
            double residPdrop,
            double attnPdrop,
            int nUnmasked) {
        this(
                vocabSize,
                blockSize,
                nLayer,
                nHead,
                nEmbd,
                embdPdrop,
                residPdrop,
                attnPdrop,
                nUnmasked,
                new GptVariant.MinGpt());
    }

    /** Of the reference's layers, without dropout, and causal from the first position. */
    public GptConfig(int vocabSize, int blockSize, int nLayer, int nHead, int nEmbd) {
        this(vocabSize, blockSize, nLayer, nHead, nEmbd, 0, 0, 0, 0);
    }

    /** This network of other layers. */
    public GptConfig withVariant(GptVariant other) {
        return new GptConfig(
                vocabSize, blockSize, nLayer, nHead, nEmbd, embdPdrop, residPdrop, attnPdrop, nUnmasked, other);
    }

    /** Heads of keys and values. */
    public int nKvHead() {
        return switch (variant) {
            case GptVariant.MinGpt() -> nHead;
            case GptVariant.Llama llama -> llama.nKvHead();
        };
    }

    /** The width of one head. */
    public int headDim() {
        return nEmbd / nHead;
    }

    private static void requirePositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, not " + value);
        }
    }

    private static void requireProbability(String name, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(name + " must be in [0, 1), not " + value);
        }
    }
}
