package org.gatun.data;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * The content of a picture file.
 *
 * @param file where it comes from; null for one that was never in a file
 * @param bytes its content
 * @param maxPixels a picture of more is refused before it is unpacked: a small file can hold a large one
 */
record EncodedPicture(Path file, byte[] bytes, long maxPixels) {
    /** More than this is damage or an attack, not a picture to train on; Pillow draws the line there too. */
    private static final long MAX_PIXELS = 1L << 27;

    private static final int MAX_ASPECT_RATIO = 32;

    static EncodedPicture read(Path file) throws UnreadableImageException {
        try {
            return new EncodedPicture(file, Files.readAllBytes(file), MAX_PIXELS);
        } catch (NoSuchFileException e) {
            throw new UnreadableImageException(file, "the file is gone", e);
        } catch (IOException e) {
            throw new UnreadableImageException(file, e.toString(), e);
        }
    }

    /** The picture as it stands there; of several the first. */
    BufferedImage unpack() throws UnreadableImageException {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw unreadable(bytes.length == 0 ? "empty file" : "not a picture");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return unpack(reader);
            } finally {
                reader.dispose();
            }
        } catch (UnreadableImageException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw damaged(e); // readers throw all kinds of runtime exceptions on damaged files
        }
    }

    private BufferedImage unpack(ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > maxPixels) {
            throw unreadable(width + "x" + height + " pixels are too many");
        }
        if (Math.max(width, height) > (long) MAX_ASPECT_RATIO * Math.min(width, height)) {
            throw unreadable(width + "x" + height + ": more than " + MAX_ASPECT_RATIO + " times as long as wide");
        }
        List<String> warnings = new ArrayList<>();
        reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
        BufferedImage image = reader.read(0);
        // A JPEG that ends too early is filled up with grey, which is only warned of.
        for (String warning : warnings) {
            if (warning.toLowerCase(Locale.ROOT).contains("premature end")) {
                throw unreadable(warning);
            }
        }
        return image;
    }

    /** How the camera was held. */
    Orientation orientation() {
        boolean isJpeg = bytes.length > 1 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xD8;
        return isJpeg ? Orientation.ofJpeg(bytes) : Orientation.UPRIGHT;
    }

    UnreadableImageException unreadable(String reason) {
        return new UnreadableImageException(file, reason, null);
    }

    UnreadableImageException damaged(Exception e) {
        String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new UnreadableImageException(file, reason, e);
    }
}
