package org.gatun.bench;

import org.gatun.gpt.CodeTransformerConfig;
import org.gatun.gpt.GptConfig;

/**
 * A transformer over square maps of codes, conditioned on one token.
 *
 * @param side codes in a row and in a column
 */
record GptShape(int layers, int heads, int width, int vocabulary, int side) {

    /** For a look at the way a step takes, on any device. */
    static final GptShape TINY = new GptShape(2, 2, 32, 64, 4);

    static final GptShape SMALL = new GptShape(8, 8, 256, 256, 8);

    static final GptShape MEDIUM = new GptShape(24, 16, 1024, 1024, 16);

    /** The reference's class-conditional ImageNet model. */
    static final GptShape CIN = new GptShape(48, 24, 1536, 16_384, 16);

    CodeTransformerConfig config() {
        GptConfig gpt = new GptConfig(vocabulary, side * side, layers, heads, width);
        return new CodeTransformerConfig(gpt, vocabulary, side, side);
    }

    int tokens() {
        return side * side;
    }

    /** The numbers in the matrices that each token is multiplied with: attention, MLP and head. */
    private double matrixParameters() {
        return 12.0 * layers * width * width + (double) width * vocabulary;
    }

    /** Bytes read to draw all tokens of a batch: every float32 weight for each token, and on average half of the keys and values. */
    double samplingBytes(int batch) {
        double keysAndValues = 2.0 * layers * width * batch * tokens() / 2;
        return Float.BYTES * tokens() * (matrixParameters() + keysAndValues);
    }
}
