package org.gatun.data;

import java.nio.file.Path;

/**
 * A picture and its class.
 *
 * @param file where it lies; of a picture in a packed file, its name below that
 * @param label index into {@link ImageDataset#classes()}
 * @param packed its pixels, where it lies in a packed file; otherwise null
 */
public record LabeledImage(Path file, int label, PackedImage packed) {

    /** A file. */
    public LabeledImage(Path file, int label) {
        this(file, label, null);
    }

    LabeledImage withLabel(int other) {
        return new LabeledImage(file, other, packed);
    }
}
