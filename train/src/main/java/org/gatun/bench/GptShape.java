package org.gatun.bench;

import org.gatun.gpt.CodeTransformerConfig;
import org.gatun.gpt.GptConfig;

/**
 * A transformer over square maps of codes, conditioned on one token.
 *
 * @param side codes in a row and in a column
 */
record GptShape(int layers, int heads, int width, int vocabulary, int side) {

    static final GptShape SMALL = new GptShape(8, 8, 256, 256, 8);

    static final GptShape MEDIUM = new GptShape(24, 16, 1024, 1024, 16);

    /** The reference's class-conditional ImageNet model. */
    static final GptShape CIN = new GptShape(48, 24, 1536, 16_384, 16);

    CodeTransformerConfig config() {
        GptConfig gpt = new GptConfig(vocabulary, side * side, layers, heads, width);
        return new CodeTransformerConfig(gpt, vocabulary, side, side);
    }
}
