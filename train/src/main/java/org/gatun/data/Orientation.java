package org.gatun.data;

import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEG;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegment;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegmentUtil;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * How a camera was held, by the EXIF tag "Orientation" (274): a value from 1 to 8.
 *
 * @see <a href="https://www.cipa.jp/std/documents/download_e.html?DC-008-Translation-2023-E">EXIF 3.0, 4.6.5.1.6</a>
 */
record Orientation(int value) {
    static final Orientation UPRIGHT = new Orientation(1);

    /** The orientation of a JPEG file; upright if it doesn't say or its EXIF data is damaged. */
    static Orientation ofJpeg(byte[] file) {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            List<JPEGSegment> exif = JPEGSegmentUtil.readSegments(in, JPEG.APP1, "Exif");
            if (exif.isEmpty()) {
                return UPRIGHT;
            }
            try (InputStream data = exif.getFirst().data()) {
                // The TIFF structure begins after one padding byte.
                data.skipNBytes(1);
                try (ImageInputStream tiff = new MemoryCacheImageInputStream(data)) {
                    Entry entry = new TIFFReader().read(tiff).getEntryById(TIFF.TAG_ORIENTATION);
                    boolean valid = entry != null
                            && entry.getValue() instanceof Number number
                            && number.intValue() >= 1
                            && number.intValue() <= 8;
                    return valid ? new Orientation(((Number) entry.getValue()).intValue()) : UPRIGHT;
                }
            }
        } catch (IOException | RuntimeException e) {
            // Cameras and editors write all kinds of EXIF data: a picture that can be shown is used as it is.
            return UPRIGHT;
        }
    }

    /** Whether the width of the upright picture is the height of the stored one. */
    boolean swapsSides() {
        return value >= 5;
    }

    /** The picture turned upright; the same object if it is. */
    BufferedImage apply(BufferedImage image) {
        if (value == 1) {
            return image;
        }
        int width = swapsSides() ? image.getHeight() : image.getWidth();
        int height = swapsSides() ? image.getWidth() : image.getHeight();
        BufferedImage upright = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int right = width - 1 - x;
                int bottom = height - 1 - y;
                int rgb = switch (value) {
                    case 2 -> image.getRGB(right, y);
                    case 3 -> image.getRGB(right, bottom);
                    case 4 -> image.getRGB(x, bottom);
                    case 5 -> image.getRGB(y, x);
                    case 6 -> image.getRGB(y, right);
                    case 7 -> image.getRGB(bottom, right);
                    case 8 -> image.getRGB(bottom, x);
                    default -> throw new IllegalStateException("no EXIF orientation " + value);
                };
                upright.setRGB(x, y, rgb);
            }
        }
        return upright;
    }
}
