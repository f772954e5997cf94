package org.gatun.serve;

import java.lang.foreign.MemorySegment;
import java.util.SplittableRandom;
import org.gatun.data.ImageDecoder;
import org.gatun.data.ImageTransform;
import org.gatun.data.UnreadableImageException;

/** Unpacks uploaded pictures, one at a time: a large one takes much memory. */
final class UploadDecoder {

    /**
     * The middle of a picture, resized.
     *
     * @param file in any format that is known
     * @return (3, height, width) in [-1, 1]
     * @throws RefusedException if it is no picture, or a damaged or too large one
     */
    synchronized float[] pixels(byte[] file, int width, int height) {
        if (file.length > Limits.UPLOAD_BYTES) {
            throw new RefusedException(
                    RefusedException.CONTENT_TOO_LARGE,
                    "the picture's file must not be larger than " + Limits.UPLOAD_BYTES + " bytes");
        }
        int side = Math.max(width, height);
        float[] square = new float[3 * side * side];
        try {
            new ImageDecoder(ImageTransform.evaluation(side), Limits.UPLOAD_PIXELS)
                    .decode(file, new SplittableRandom(0), MemorySegment.ofArray(square));
        } catch (UnreadableImageException e) {
            throw RefusedException.badRequest("the picture cannot be read: " + e.getMessage());
        }
        return width == height ? square : middle(square, side, width, height);
    }

    private static float[] middle(float[] square, int side, int width, int height) {
        float[] middle = new float[3 * height * width];
        int top = (side - height) / 2;
        int left = (side - width) / 2;
        for (int channel = 0; channel < 3; channel++) {
            for (int y = 0; y < height; y++) {
                int from = (channel * side + top + y) * side + left;
                System.arraycopy(square, from, middle, (channel * height + y) * width, width);
            }
        }
        return middle;
    }
}
