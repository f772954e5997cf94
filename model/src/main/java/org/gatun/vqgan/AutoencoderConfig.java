package org.gatun.vqgan;

import java.util.List;

/**
 * The shape of encoder and decoder: {@code ddconfig} in the reference's configuration.
 *
 * @param ch channels at full resolution
 * @param outCh channels of a reconstruction
 * @param chMult multiplies {@code ch} at each level; between levels the resolution halves
 * @param numResBlocks residual blocks a level of the encoder; the decoder has one more
 * @param attnResolutions resolutions at which attention follows each residual block, given pictures of size {@code resolution}
 * @param dropout share of activations dropped in training inside residual blocks
 * @param inChannels channels of a picture
 * @param resolution height and width of the pictures that it is trained on; others work too
 * @param zChannels channels of the encoder's result
 * @param doubleZ whether the encoder gives twice as many, as variational autoencoders do
 */
public record AutoencoderConfig(
        int ch,
        int outCh,
        List<Integer> chMult,
        int numResBlocks,
        List<Integer> attnResolutions,
        double dropout,
        int inChannels,
        int resolution,
        int zChannels,
        boolean doubleZ) {

    public AutoencoderConfig {
        chMult = List.copyOf(chMult);
        attnResolutions = List.copyOf(attnResolutions);
        if (chMult.isEmpty()) {
            throw new IllegalArgumentException("ch_mult is empty: there must be one level at least");
        }
        if (ch <= 0 || ch % Layers.NORM_GROUPS != 0) {
            throw new IllegalArgumentException(
                    "ch is " + ch + ", and must be a multiple of the " + Layers.NORM_GROUPS + " groups of the norms");
        }
        if (numResBlocks < 1) {
            throw new IllegalArgumentException("num_res_blocks is " + numResBlocks + ", and must be 1 at least");
        }
        int factor = 1 << chMult.size() - 1;
        if (resolution % factor != 0) {
            throw new IllegalArgumentException("resolution " + resolution + " is no multiple of " + factor
                    + ", by which " + chMult.size() + " levels divide it");
        }
    }

    /** The factor by which height and width shrink: 2 to the number of levels but one. */
    public int downsamplingFactor() {
        return 1 << chMult.size() - 1;
    }

    /** Height and width of the codes of a picture of size {@link #resolution()}. */
    public int codeResolution() {
        return resolution / downsamplingFactor();
    }
}
