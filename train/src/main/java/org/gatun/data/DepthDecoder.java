package org.gatun.data;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;

/** Reads depth maps: see {@link PictureKind.Depth}. */
record DepthDecoder(ImageTransform transform) implements FileDecoder {
    private static final int BYTES_OF_FLOAT = 4;

    @Override
    public FloatMap decode(EncodedPicture picture) throws UnreadableImageException {
        BufferedImage image = picture.unpack();
        float[] depth = normalized(values(image.getRaster(), picture), picture);
        Frame frame = Frame.of(image.getWidth(), image.getHeight(), transform);
        float[] resized = LinearResize.resize(crop(depth, image.getWidth(), frame.region()), frame);
        return FloatMap.of(resized, frame.width(), frame.height());
    }

    private static float[] values(Raster raster, EncodedPicture picture) throws UnreadableImageException {
        int bands = raster.getNumBands();
        if (bands != 1 && bands != BYTES_OF_FLOAT) {
            throw picture.unreadable(bands + " channels: a depth map has one, or four bytes of a float32");
        }
        int[] samples = raster.getPixels(0, 0, raster.getWidth(), raster.getHeight(), (int[]) null);
        float[] values = new float[samples.length / bands];
        for (int i = 0; i < values.length; i++) {
            int at = i * bands;
            values[i] = bands == 1
                    ? samples[at]
                    : Float.intBitsToFloat(
                            samples[at] | samples[at + 1] << 8 | samples[at + 2] << 16 | samples[at + 3] << 24);
        }
        return values;
    }

    /** From the smallest as -1 to the largest as 1. */
    private static float[] normalized(float[] values, EncodedPicture picture) throws UnreadableImageException {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw picture.unreadable("a depth of " + value);
            }
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
        double range = Math.max(1e-8, max - min);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (2 * (values[i] - min) / range - 1);
        }
        return values;
    }

    private static float[] crop(float[] values, int width, Rectangle region) {
        float[] cropped = new float[region.width * region.height];
        for (int y = 0; y < region.height; y++) {
            System.arraycopy(values, (region.y + y) * width + region.x, cropped, y * region.width, region.width);
        }
        return cropped;
    }
}
