package org.gatun.data;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/**
 * A picture in a packed file, which is mapped into memory and read in place.
 *
 * @param pixels (height, width, 3) bytes, red first
 * @param checksum CRC-32C of the pixels
 * @param frame how the pictures of the file were resized
 */
public record PackedImage(MemorySegment pixels, int width, int height, int checksum, PackFrame frame) {

    /**
     * The picture.
     *
     * @param name names it in an error
     * @throws UnreadableImageException if the file has been damaged
     */
    RgbImage read(Path name) throws UnreadableImageException {
        if (checksum(pixels) != checksum) {
            throw new UnreadableImageException(name, "damaged: its checksum is wrong", null);
        }
        return new RgbImage(pixels, width, height);
    }

    static int checksum(MemorySegment bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes.asByteBuffer());
        return (int) crc.getValue();
    }
}
