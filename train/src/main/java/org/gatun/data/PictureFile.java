package org.gatun.data;

import java.awt.image.BufferedImage;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A single picture file of any kind, at any size. */
public record PictureFile(Path path, PictureKind kind) {

    /** Numbers as {@code (kind.storedChannels(), height, width)}. */
    public record Pixels(float[] values, int height, int width) {}

    /**
     * A file, or the picture files of a folder in the order of their names.
     *
     * @throws DataException if there are none
     */
    public static List<PictureFile> list(Path path, PictureKind kind) {
        if (Files.isDirectory(path)) {
            ImageDataset folder = ImageDataset.open(path, 0);
            return Stream.concat(folder.train().images().stream(), folder.val().images().stream())
                    .map(image -> new PictureFile(image.file(), kind))
                    .toList();
        }
        if (!Files.isRegularFile(path)) {
            throw new DataException("No picture at " + path + ": there is no such file or folder");
        }
        return List.of(new PictureFile(path, kind));
    }

    /**
     * The largest height and width of at most the picture's own that {@code multiple} divides.
     *
     * @throws DataException if the file is no picture, or too small
     */
    public int[] ownSize(int multiple) {
        try {
            EncodedPicture picture = EncodedPicture.read(path);
            BufferedImage image = picture.unpack();
            boolean turned =
                    kind instanceof PictureKind.Color && picture.orientation().swapsSides();
            int height = (turned ? image.getWidth() : image.getHeight()) / multiple * multiple;
            int width = (turned ? image.getHeight() : image.getWidth()) / multiple * multiple;
            if (height == 0 || width == 0) {
                throw new DataException(path + " is smaller than " + multiple + "x" + multiple + " pixels");
            }
            return new int[] {height, width};
        } catch (UnreadableImageException e) {
            throw unreadable(e);
        }
    }

    /**
     * The picture, scaled until it covers {@code height x width}, and its middle.
     *
     * @throws DataException if the file is no picture of its kind
     */
    public Pixels read(int height, int width) {
        try {
            return read(EncodedPicture.read(path), kind, height, width);
        } catch (UnreadableImageException e) {
            throw unreadable(e);
        }
    }

    /**
     * The same for a file's content.
     *
     * @param maxPixels a picture of more is refused before it is unpacked
     */
    public static Pixels read(byte[] content, long maxPixels, PictureKind kind, int height, int width)
            throws UnreadableImageException {
        return read(new EncodedPicture(null, content, maxPixels), kind, height, width);
    }

    private static Pixels read(EncodedPicture picture, PictureKind kind, int height, int width)
            throws UnreadableImageException {
        int shortest = Math.min(height, width);
        DecodedImage image = decode(picture, kind, shortest);
        if (image.height() < height || image.width() < width) {
            double scale = Math.max((double) height / image.height(), (double) width / image.width());
            image = decode(picture, kind, (int) Math.ceil(shortest * scale));
        }
        return middle(image, kind, height, width);
    }

    private static DecodedImage decode(EncodedPicture picture, PictureKind kind, int shortest)
            throws UnreadableImageException {
        return FileDecoder.of(ImageTransform.training(shortest).withKind(kind)).decode(picture);
    }

    private static Pixels middle(DecodedImage image, PictureKind kind, int height, int width) {
        int top = (image.height() - height) / 2;
        int left = (image.width() - width) / 2;
        int channels = kind.storedChannels();
        float[] values = new float[channels * height * width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                long at = (long) (top + y) * image.width() + left + x;
                for (int channel = 0; channel < channels; channel++) {
                    values[(channel * height + y) * width + x] = switch (image) {
                        case RgbImage rgb ->
                            PixelWriter.value(rgb.pixels().get(ValueLayout.JAVA_BYTE, at * channels + channel));
                        case FloatMap map -> map.pixels().get(ValueLayout.JAVA_FLOAT_UNALIGNED, at * Float.BYTES);
                    };
                }
            }
        }
        return new Pixels(values, height, width);
    }

    private DataException unreadable(UnreadableImageException e) {
        return new DataException(path + ": " + e.getMessage(), e);
    }
}
