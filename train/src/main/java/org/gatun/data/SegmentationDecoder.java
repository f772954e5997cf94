package org.gatun.data;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.nio.file.Path;

/** Reads segmentation maps and resizes them to the nearest pixel: see {@link PictureKind.Segmentation}. */
record SegmentationDecoder(ImageTransform transform, int labels) implements FileDecoder {

    @Override
    public FloatMap decode(Path file) throws UnreadableImageException {
        BufferedImage image = ImageDecoder.read(file);
        Raster raster = image.getRaster();
        if (raster.getNumBands() != 1) {
            throw new UnreadableImageException(
                    file, raster.getNumBands() + " channels: a segmentation map has one, of class indices", null);
        }
        Frame frame = Frame.of(image.getWidth(), image.getHeight(), transform);
        Rectangle region = frame.region();
        float[] classes = new float[frame.width() * frame.height()];
        for (int y = 0; y < frame.height(); y++) {
            int fromY = region.y + nearest(y, region.height, frame.height());
            for (int x = 0; x < frame.width(); x++) {
                int label = raster.getSample(region.x + nearest(x, region.width, frame.width()), fromY, 0);
                if (label >= labels) {
                    throw new UnreadableImageException(
                            file, "the class " + label + " of " + labels + ", 0 to " + (labels - 1), null);
                }
                classes[y * frame.width() + x] = label;
            }
        }
        return FloatMap.of(classes, frame.width(), frame.height());
    }

    private static int nearest(int to, int fromSize, int toSize) {
        return (int) (((long) 2 * to + 1) * fromSize / (2L * toSize));
    }
}
