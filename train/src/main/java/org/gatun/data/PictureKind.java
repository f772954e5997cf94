package org.gatun.data;

/** What the numbers in a picture file are, and what they become. */
public sealed interface PictureKind {

    /** Numbers a pixel in a batch. */
    int storedChannels();

    /** Channels that a network sees: of class indices one for each class. */
    default int channels() {
        return storedChannels();
    }

    /** A picture for the eye: red, green and blue in [-1, 1]. */
    record Color() implements PictureKind {

        @Override
        public int storedChannels() {
            return RgbImage.CHANNELS;
        }
    }

    /**
     * Depth: one channel in [-1, 1], from the smallest to the largest of each picture. The four bytes of an RGBA pixel are a little-endian
     * float32, as MiDaS' maps are kept by the reference; grey pictures of 8 or 16 bits are read, too.
     */
    record Depth() implements PictureKind {

        @Override
        public int storedChannels() {
            return 1;
        }
    }

    /**
     * A class a pixel: one channel of class indices, which are the grey values or palette indices of the file.
     *
     * @param labels number of classes
     */
    record Segmentation(int labels) implements PictureKind {

        public Segmentation {
            if (labels < 2) {
                throw new IllegalArgumentException("a segmentation map has two classes at least, not " + labels);
            }
        }

        @Override
        public int channels() {
            return labels;
        }

        @Override
        public int storedChannels() {
            return 1;
        }
    }

    /** Not what a picture shows, but where: one channel with each pixel's place in raster order, in [0, 1). Never mirrored. */
    record Coordinates() implements PictureKind {

        @Override
        public int storedChannels() {
            return 1;
        }
    }
}
