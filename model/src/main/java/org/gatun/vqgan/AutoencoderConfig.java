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
 * @param resampWithConv whether a 3x3 convolution follows each change of resolution; without, pictures are averaged and repeated
 * @param inChannels channels of a picture
 * @param resolution height and width of the pictures that it is trained on; others work too
 * @param zChannels channels of the encoder's result
 * @param doubleZ whether the encoder gives twice as many, as variational autoencoders do
 * @param normGroups groups of each norm; 32 in the reference. With as many groups as channels a norm takes flat colours away
 * @param zeroInitResidual whether what a block adds begins as nothing: far faster to train than the reference's beginning
 */
public record AutoencoderConfig(
        int ch,
        int outCh,
        List<Integer> chMult,
        int numResBlocks,
        List<Integer> attnResolutions,
        double dropout,
        boolean resampWithConv,
        int inChannels,
        int resolution,
        int zChannels,
        boolean doubleZ,
        int normGroups,
        boolean zeroInitResidual) {

    /** The reference's, which the configuration does not name. */
    public static final int REFERENCE_NORM_GROUPS = 32;

    /** With the reference's norms, beginnings and resampling. */
    public AutoencoderConfig(
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
        this(
                ch,
                outCh,
                chMult,
                numResBlocks,
                attnResolutions,
                dropout,
                true,
                inChannels,
                resolution,
                zChannels,
                doubleZ,
                REFERENCE_NORM_GROUPS,
                false);
    }

    public AutoencoderConfig {
        chMult = List.copyOf(chMult);
        attnResolutions = List.copyOf(attnResolutions);
        if (chMult.isEmpty()) {
            throw new IllegalArgumentException("ch_mult is empty: there must be one level at least");
        }
        if (ch <= 0 || normGroups < 1 || ch % normGroups != 0) {
            throw new IllegalArgumentException(
                    "ch is " + ch + ", and must be a multiple of the " + normGroups + " groups of the norms");
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
