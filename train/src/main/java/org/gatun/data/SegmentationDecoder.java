package org.gatun.data;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;

/** Reads segmentation maps and resizes them to the nearest pixel: see {@link PictureKind.Segmentation}. */
record SegmentationDecoder(ImageTransform transform, int labels) implements FileDecoder {

    @Override
    public FloatMap decode(EncodedPicture picture) throws UnreadableImageException {
        BufferedImage image = picture.unpack();
        Raster raster = image.getRaster();
        if (raster.getNumBands() != 1) {
            throw picture.unreadable(raster.getNumBands() + " channels: a segmentation map has one, of class indices");
        }
        Frame frame = Frame.of(image.getWidth(), image.getHeight(), transform);
        Rectangle region = frame.region();
        float[] classes = new float[frame.width() * frame.height()];
        for (int y = 0; y < frame.height(); y++) {
            int fromY = region.y + nearest(y, region.height, frame.height());
            for (int x = 0; x < frame.width(); x++) {
                int label = raster.getSample(region.x + nearest(x, region.width, frame.width()), fromY, 0);
                if (label >= labels) {
                    throw picture.unreadable("the class " + label + " of " + labels + ", 0 to " + (labels - 1));
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
