package org.gatun.vqgan;

import java.util.List;
import java.util.Map;
import org.gatun.torch.Tensor;

/**
 * The arithmetic of a first stage's convolutions, for one picture forward; a multiplication and an addition are two operations. What
 * else there is (norms, attention's products, the choice of codes) is little beside it and left out.
 *
 * @param autoencoder encoder and decoder
 * @param discriminator 0 without one
 * @param perceptual LPIPS of one picture, 0 without it
 */
public record VqganFlops(double autoencoder, double discriminator, double perceptual) {
    private static final int VGG_KERNEL = 3 * 3;
    private static final int DISC_KERNEL = 4;

    /** @param weights the model's parameters by name */
    public static VqganFlops of(AutoencoderConfig config, LossConfig loss, Map<String, Tensor> weights) {
        double autoencoder = 0;
        for (Map.Entry<String, Tensor> each : weights.entrySet()) {
            if (each.getValue().dim() == 4) {
                autoencoder += convolution(each.getValue().numel(), side(each.getKey(), config));
            }
        }
        return new VqganFlops(
                autoencoder,
                loss.adversarial()
                        .map(adversarial -> discriminator(adversarial, config.resolution()))
                        .orElse(0.0),
                loss.perceptualWeight() == 0 ? 0 : vgg16(config.resolution()));
    }

    /**
     * Of a training step for one picture. Backwards, a layer's inputs and its weights each cost what it costs forwards. The
     * discriminator sees the picture, and its reconstruction once; from that goes one gradient to the autoencoder, one to its own
     * weights. LPIPS sees both, and only the reconstruction's pixels get a gradient.
     *
     * @param adversarial whether the discriminator takes part
     */
    public double training(boolean adversarial) {
        double picture = 3 * discriminator;
        double reconstruction = 4 * discriminator;
        return 3 * autoencoder + 3 * perceptual + (adversarial ? picture + reconstruction : 0);
    }

    /** @param side of the square of results */
    private static double convolution(double weights, int side) {
        return 2 * weights * side * side;
    }

    /** The side of what the convolution of that name gives. */
    private static int side(String name, AutoencoderConfig config) {
        String[] parts = name.split("\\.");
        int resolution = config.resolution();
        boolean isLevel = parts.length > 3 && (parts[1].equals("down") || parts[1].equals("up"));
        if (isLevel) {
            int level = Integer.parseInt(parts[2]);
            return switch (parts[3]) {
                case "downsample" -> resolution >> level + 1;
                case "upsample" -> resolution >> level - 1;
                default -> resolution >> level;
            };
        }
        boolean isOutermost = name.startsWith("encoder.conv_in.") || name.startsWith("decoder.conv_out.");
        return isOutermost ? resolution : config.codeResolution();
    }

    private static double discriminator(AdversarialConfig config, int resolution) {
        double flops = 0;
        int channels = config.inChannels();
        int side = resolution;
        for (int n = 0; n <= config.numLayers() + 1; n++) {
            boolean isLast = n == config.numLayers() + 1;
            int outChannels = isLast ? 1 : PatchDiscriminator.channels(config.ndf(), n);
            side = n < config.numLayers() ? side / 2 : side - 1;
            flops += convolution((double) channels * outChannels * DISC_KERNEL * DISC_KERNEL, side);
            channels = outChannels;
        }
        return flops;
    }

    private static double vgg16(int resolution) {
        double flops = 0;
        int channels = 3;
        int side = resolution;
        List<Integer> widths = Vgg16Features.CHANNELS;
        for (int slice = 0; slice < widths.size(); slice++) {
            side = slice == 0 ? side : side / 2;
            for (int i = 0; i < Vgg16Features.CONVS.get(slice); i++) {
                flops += convolution((double) channels * widths.get(slice) * VGG_KERNEL, side);
                channels = widths.get(slice);
            }
        }
        return flops;
    }
}
