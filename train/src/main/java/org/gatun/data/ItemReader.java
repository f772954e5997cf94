package org.gatun.data;

import java.nio.file.Path;
import java.util.Objects;

/** Reads the pictures of a split with their conditions. Safe for use by several threads. */
final class ItemReader {
    /** Of the ratio of sides, by which a condition may differ from its picture: rounding. */
    private static final double SAME_SHAPE = 0.03;

    private final ImageSplit split;
    private final ConditionPictures conditions;
    private final FileDecoder pictureDecoder;
    private final FileDecoder conditionDecoder;

    /**
     * @param conditions null if there are none
     * @throws DataException if the pictures are packed in another way than {@code transform} needs
     */
    ItemReader(ImageSplit split, ImageTransform transform, ConditionPictures conditions) {
        split.images().stream()
                .map(LabeledImage::packed)
                .filter(Objects::nonNull)
                .map(PackedImage::frame)
                .distinct()
                .forEach(frame -> frame.requireFitFor(transform));
        this.split = split;
        this.conditions = conditions;
        this.pictureDecoder = FileDecoder.of(transform);
        this.conditionDecoder = conditions == null ? null : FileDecoder.of(conditions.transform());
    }

    /** Number of pictures. */
    int size() {
        return split.size();
    }

    DecodedItem read(int index) throws UnreadableImageException {
        DecodedImage picture = picture(split.images().get(index));
        if (conditions == null) {
            return new DecodedItem(picture, null);
        }
        if (conditions.transform().kind() instanceof PictureKind.Coordinates) {
            return new DecodedItem(picture, FloatMap.coordinates(picture.width(), picture.height()));
        }
        Path file = conditions.files().get(index);
        DecodedImage condition = conditionDecoder.decode(file);
        double ratio = (double) picture.width() * condition.height() / ((double) picture.height() * condition.width());
        if (Math.abs(ratio - 1) > SAME_SHAPE) {
            throw new UnreadableImageException(
                    file,
                    "of another shape than its picture: " + condition.width() + "x" + condition.height() + " against "
                            + picture.width() + "x" + picture.height() + " when resized",
                    null);
        }
        return new DecodedItem(picture, condition);
    }

    private DecodedImage picture(LabeledImage image) throws UnreadableImageException {
        return image.packed() == null
                ? pictureDecoder.decode(image.file())
                : image.packed().read(image.file());
    }
}
