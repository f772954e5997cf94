package org.gatun.bench;

import java.util.List;
import org.gatun.vqgan.AutoencoderConfig;

/**
 * The operations of a first stage's training step, two for each product that convolutions and attention need; norms, activations and the
 * choice of codes, some thousandths of those, are not counted.
 */
final class VqganFlops {

    private static final int KERNEL_3X3 = 9;
    private static final int KERNEL_4X4 = 16;
    private static final int MAX_MULTIPLIER = 8;

    /** VGG16's convolutions, as channels in and out at each of its five resolutions. */
    private static final List<List<int[]>> VGG = List.of(
            List.of(new int[] {3, 64}, new int[] {64, 64}),
            List.of(new int[] {64, 128}, new int[] {128, 128}),
            List.of(new int[] {128, 256}, new int[] {256, 256}, new int[] {256, 256}),
            List.of(new int[] {256, 512}, new int[] {512, 512}, new int[] {512, 512}),
            List.of(new int[] {512, 512}, new int[] {512, 512}, new int[] {512, 512}));

    private VqganFlops() {}

    /**
     * Of a picture's share of a step with its discriminator. A backward pass costs as much as a forward one for the gradients of the
     * activations, and again for those of the weights.
     */
    static double ofPicture(VqganWorkload.Shape shape, boolean perceptual) {
        AutoencoderConfig config = shape.model().autoencoder();
        double autoencoder = encoder(config) + decoder(config);
        double discriminator = discriminator(config.resolution(), shape.discNumLayers());
        // E and G: forward, and both gradients. D: forward on both pictures, once back to the reconstruction, both
        // gradients of both.
        double step = 3 * autoencoder + (2 + 1 + 2 * 2) * discriminator;
        // VGG16: forward on both pictures, back to the reconstruction; its weights are fixed.
        return perceptual ? step + 3 * vgg(config.resolution()) : step;
    }

    private static double encoder(AutoencoderConfig config) {
        int last = config.chMult().size() - 1;
        int resolution = config.resolution();
        int channels = config.ch();
        double sum = conv(KERNEL_3X3, config.inChannels(), channels, resolution);
        for (int level = 0; level <= last; level++) {
            int out = config.ch() * config.chMult().get(level);
            sum += blocks(config, channels, out, resolution, config.numResBlocks());
            channels = out;
            if (level < last) {
                resolution /= 2;
                sum += conv(KERNEL_3X3, channels, channels, resolution);
            }
        }
        return sum
                + middle(channels, resolution)
                + conv(KERNEL_3X3, channels, config.zChannels(), resolution)
                + conv(1, config.zChannels(), config.zChannels(), resolution);
    }

    private static double decoder(AutoencoderConfig config) {
        int last = config.chMult().size() - 1;
        int resolution = config.codeResolution();
        int channels = config.ch() * config.chMult().get(last);
        double sum = conv(1, config.zChannels(), config.zChannels(), resolution)
                + conv(KERNEL_3X3, config.zChannels(), channels, resolution)
                + middle(channels, resolution);
        for (int level = last; level >= 0; level--) {
            int out = config.ch() * config.chMult().get(level);
            sum += blocks(config, channels, out, resolution, config.numResBlocks() + 1);
            channels = out;
            if (level > 0) {
                resolution *= 2;
                sum += conv(KERNEL_3X3, channels, channels, resolution);
            }
        }
        return sum + conv(KERNEL_3X3, channels, config.outCh(), resolution);
    }

    private static double blocks(AutoencoderConfig config, int in, int out, int resolution, int count) {
        boolean attention = config.attnResolutions().contains(resolution);
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += block(i == 0 ? in : out, out, resolution) + (attention ? attention(out, resolution) : 0);
        }
        return sum;
    }

    private static double middle(int channels, int resolution) {
        return 2 * block(channels, channels, resolution) + attention(channels, resolution);
    }

    private static double block(int in, int out, int resolution) {
        return conv(KERNEL_3X3, in, out, resolution)
                + conv(KERNEL_3X3, out, out, resolution)
                + (in == out ? 0 : conv(1, in, out, resolution));
    }

    private static double attention(int channels, int resolution) {
        double positions = (double) resolution * resolution;
        return 4 * conv(1, channels, channels, resolution) + 4 * positions * positions * channels;
    }

    private static double discriminator(int resolution, int numLayers) {
        int ndf = 64;
        int side = resolution / 2;
        double sum = conv(KERNEL_4X4, 3, ndf, side);
        int channels = ndf;
        for (int n = 1; n <= numLayers; n++) {
            int out = ndf * Math.min(1 << n, MAX_MULTIPLIER);
            side = n < numLayers ? side / 2 : side - 1;
            sum += conv(KERNEL_4X4, channels, out, side);
            channels = out;
        }
        return sum + conv(KERNEL_4X4, channels, 1, side - 1);
    }

    private static double vgg(int resolution) {
        double sum = 0;
        int side = resolution;
        for (List<int[]> slice : VGG) {
            for (int[] channels : slice) {
                sum += conv(KERNEL_3X3, channels[0], channels[1], side);
            }
            side /= 2;
        }
        return sum;
    }

    /** @param side height and width of the result */
    private static double conv(int kernel, int in, int out, int side) {
        return 2.0 * kernel * in * out * side * side;
    }
}
