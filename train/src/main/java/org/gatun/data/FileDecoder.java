package org.gatun.data;

import java.nio.file.Path;

/** Reads a picture file and resizes it. Safe for use by several threads. */
@FunctionalInterface
interface FileDecoder {

    DecodedImage decode(EncodedPicture picture) throws UnreadableImageException;

    default DecodedImage decode(Path file) throws UnreadableImageException {
        return decode(EncodedPicture.read(file));
    }

    /** That of the transform's kind of files. */
    static FileDecoder of(ImageTransform transform) {
        ImageDecoder images = new ImageDecoder(transform);
        return switch (transform.kind()) {
            case PictureKind.Color _ -> images::decode;
            case PictureKind.Depth _ -> new DepthDecoder(transform);
            case PictureKind.Segmentation(int labels) -> new SegmentationDecoder(transform, labels);
            case PictureKind.Coordinates _ ->
                picture -> {
                    RgbImage image = images.decode(picture);
                    return FloatMap.coordinates(image.width(), image.height());
                };
        };
    }
}
