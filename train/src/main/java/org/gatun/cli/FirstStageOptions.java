package org.gatun.cli;

import java.util.List;
import java.util.Optional;
import org.gatun.data.PictureKind;
import org.gatun.vqgan.AutoencoderConfig;
import org.gatun.vqgan.LossConfig;
import org.gatun.vqgan.ReconstructionTerm;
import org.gatun.vqgan.VqModelConfig;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The shape of a first stage. The defaults are right for pictures of 64x64 on a CPU. */
final class FirstStageOptions {

    /** Of a norm at full resolution, at least. */
    private static final int CHANNELS_PER_GROUP = 4;

    private static final int DEFAULT_CHANNELS = 32;

    @Option(
            names = "--size",
            paramLabel = "PIXELS",
            defaultValue = "64",
            description = "Height and width of pictures; default ${DEFAULT-VALUE}.")
    int size;

    @Option(
            names = "--ch",
            paramLabel = "N",
            defaultValue = "" + DEFAULT_CHANNELS,
            description = "Channels at full resolution, a multiple of 32; default ${DEFAULT-VALUE}.")
    private int ch;

    @Option(
            names = "--ch-mult",
            split = ",",
            paramLabel = "M",
            defaultValue = "1,1,2",
            description =
                    "Multiplies channels at each level, between which the resolution halves; default ${DEFAULT-VALUE}.")
    private List<Integer> chMult;

    @Option(
            names = "--num-res-blocks",
            paramLabel = "N",
            defaultValue = "1",
            description = "Residual blocks a level; default ${DEFAULT-VALUE}.")
    private int numResBlocks;

    @Option(
            names = "--z-channels",
            paramLabel = "N",
            defaultValue = "64",
            description = "Channels before the codes; default ${DEFAULT-VALUE}.")
    private int zChannels;

    @Option(
            names = "--reference-network",
            description = "Norms and first weights as in the reference, which are worse in short runs.")
    private boolean referenceNetwork;

    @Mixin
    private QuantizerOptions quantizer;

    @Mixin
    private DiscriminatorOptions discriminator;

    /** The learning rate for this shape, of a rate that is for the default of {@code --ch}. */
    double learningRate(double ofDefaultChannels) {
        return learningRate(ofDefaultChannels, ch);
    }

    /**
     * The learning rate for {@code ch} channels: Adam moves every weight by the rate, and a feature by the sum over as many weights as there are
     * channels (arXiv 2203.03466).
     *
     * @param ofDefaultChannels the rate for the default of {@code --ch}
     */
    static double learningRate(double ofDefaultChannels, int ch) {
        return ofDefaultChannels * DEFAULT_CHANNELS / ch;
    }

    /** @param steps the run's, at most */
    VqModelConfig model(PictureKind kind, long steps) {
        requirePositive("--size", size);
        requirePositive("--z-channels", zChannels);
        chMult.forEach(multiplier -> requirePositive("--ch-mult", multiplier));
        int codeResolution = size >> chMult.size() - 1;
        int channels = kind.channels();
        AutoencoderConfig autoencoder = new AutoencoderConfig(
                ch,
                channels,
                chMult,
                numResBlocks,
                List.of(codeResolution),
                0,
                true,
                channels,
                size,
                zChannels,
                false,
                referenceNetwork ? AutoencoderConfig.REFERENCE_NORM_GROUPS : normGroups(),
                !referenceNetwork);
        return new VqModelConfig(autoencoder, quantizer.config(steps));
    }

    private int normGroups() {
        return Math.clamp(ch / CHANNELS_PER_GROUP, 1, AutoencoderConfig.REFERENCE_NORM_GROUPS);
    }

    static void requirePositive(String option, int value) {
        if (value < 1) {
            throw new UserException(option + " must be at least 1, not " + value);
        }
    }

    LossConfig loss(PictureKind kind, boolean perceptual) {
        if (kind instanceof PictureKind.Segmentation) {
            return new LossConfig(new ReconstructionTerm.BinaryCrossEntropy(), 1, Optional.empty());
        }
        return new LossConfig(
                new ReconstructionTerm.Pixels(perceptual ? 1 : 0), 1, discriminator.config(kind.channels()));
    }
}
