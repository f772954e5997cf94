package org.gatun.data;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;

/**
 * Brings any decoded picture to 8-bit RGB, transparent parts over white.
 *
 * <p>Numbers are taken as they stand in the file, as Pillow does: an embedded colour profile is not applied. Java2D
 * would apply it, and would brighten grey pictures with transparent parts, whose numbers it takes as linear light.
 */
final class RgbConversion {
    private static final int WHITE = 255;

    private RgbConversion() {}

    /** The part of {@code image} inside {@code region} as {@link BufferedImage#TYPE_INT_RGB}. */
    static BufferedImage toRgb(BufferedImage image, Rectangle region) {
        boolean plainSamples = image.getType() == BufferedImage.TYPE_CUSTOM
                && image.getColorModel() instanceof ComponentColorModel model
                && (model.getColorSpace().getType() == ColorSpace.TYPE_GRAY
                        || model.getColorSpace().getType() == ColorSpace.TYPE_RGB)
                && (model.getTransferType() == DataBuffer.TYPE_BYTE
                        || model.getTransferType() == DataBuffer.TYPE_USHORT);
        return plainSamples ? fromSamples(image, region) : draw(image, region);
    }

    /** For the standard layouts and for palettes, where Java2D changes no number. */
    private static BufferedImage draw(BufferedImage image, Rectangle region) {
        BufferedImage rgb = new BufferedImage(region.width, region.height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = rgb.createGraphics();
        try {
            if (image.getColorModel().hasAlpha()) {
                graphics.setColor(Color.WHITE);
                graphics.fillRect(0, 0, region.width, region.height);
            }
            graphics.drawImage(image, -region.x, -region.y, null);
        } finally {
            graphics.dispose();
        }
        return rgb;
    }

    private static BufferedImage fromSamples(BufferedImage image, Rectangle region) {
        BufferedImage rgb = new BufferedImage(region.width, region.height, BufferedImage.TYPE_INT_RGB);
        Raster raster = image.getRaster();
        ColorModel model = image.getColorModel();
        int bands = raster.getNumBands();
        int colors = model.getNumColorComponents();
        int bits = model.getComponentSize(0);
        int[] samples = new int[region.width * bands];
        int[] line = new int[region.width];
        for (int y = 0; y < region.height; y++) {
            raster.getPixels(region.x, region.y + y, region.width, 1, samples);
            for (int x = 0; x < region.width; x++) {
                int at = x * bands;
                int alpha = model.hasAlpha() ? toByte(samples[at + colors], bits) : WHITE;
                int red = overWhite(toByte(samples[at], bits), alpha);
                int green = colors == 1 ? red : overWhite(toByte(samples[at + 1], bits), alpha);
                int blue = colors == 1 ? red : overWhite(toByte(samples[at + 2], bits), alpha);
                line[x] = red << 16 | green << 8 | blue;
            }
            rgb.getRaster().setDataElements(0, y, region.width, 1, line);
        }
        return rgb;
    }

    private static int toByte(int sample, int bits) {
        int max = (1 << bits) - 1;
        return bits == Byte.SIZE ? sample : (int) ((sample * (long) WHITE + max / 2) / max);
    }

    private static int overWhite(int value, int alpha) {
        return (value * alpha + WHITE * (WHITE - alpha) + WHITE / 2) / WHITE;
    }
}
