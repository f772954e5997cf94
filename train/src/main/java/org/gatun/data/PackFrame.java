package org.gatun.data;

/**
 * What was done to the pictures of a packed file: their shortest side resized to {@code size}, and the middle square cut out if
 * {@code crop} says so.
 *
 * @param size pixels
 * @param crop {@link Crop#RANDOM} where whole pictures are kept, for any crop
 */
public record PackFrame(int size, Crop crop) {

    /** The transform that makes such pictures. */
    ImageTransform transform() {
        return new ImageTransform(size, crop, false, PixelLayout.CHANNELS_FIRST);
    }

    /** @throws DataException if pictures for {@code wanted} can't be made of such ones */
    void requireFitFor(ImageTransform wanted) {
        boolean isColor =
                wanted.kind() instanceof PictureKind.Color || wanted.kind() instanceof PictureKind.Coordinates;
        if (!isColor) {
            throw new DataException("A packed file holds colours, not depth or segmentation maps: take their folder");
        }
        if (wanted.size() != size) {
            throw new DataException(
                    "The packed pictures have %d pixels a side, and %d are wanted: pack their folder again"
                            .formatted(size, wanted.size()));
        }
        if (crop == Crop.CENTER && wanted.crop() == Crop.RANDOM) {
            throw new DataException(
                    "Only the middle squares of the pictures were packed, and random crops are wanted: pack"
                            + " their folder again, with --crop random");
        }
    }
}
