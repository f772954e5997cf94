package org.gatun.serve;

import org.gatun.data.PictureFile;
import org.gatun.data.PictureKind;
import org.gatun.data.UnreadableImageException;

/** Unpacks uploaded pictures, one at a time: a large one takes much memory. */
final class UploadDecoder {

    /**
     * A picture, scaled until it covers a size, and its middle.
     *
     * @param file in any format that is known
     * @param kind what it holds
     * @return {@code (kind.storedChannels(), height, width)}
     * @throws RefusedException if it is no picture of this kind, or a damaged or too large one
     */
    synchronized float[] values(byte[] file, PictureKind kind, int width, int height) {
        if (file.length > Limits.UPLOAD_BYTES) {
            throw new RefusedException(
                    RefusedException.CONTENT_TOO_LARGE,
                    "the picture's file must not be larger than " + Limits.UPLOAD_BYTES + " bytes");
        }
        try {
            return PictureFile.read(file, Limits.UPLOAD_PIXELS, kind, height, width)
                    .values();
        } catch (UnreadableImageException e) {
            throw RefusedException.badRequest("the picture cannot be read: " + e.getMessage());
        }
    }
}
