package org.gatun.data;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One side of a data set, such as the pictures to train on.
 *
 * @param name what to call it in messages
 * @param directory below which its pictures have their names
 * @param images in a fixed order
 */
public record ImageSplit(String name, Path directory, List<LabeledImage> images) {
    public ImageSplit {
        images = List.copyOf(images);
    }

    /** Number of pictures. */
    public int size() {
        return images.size();
    }

    /** At most {@code count} pictures, evenly spread over the split and so over its classes: for a preview. */
    public ImageSplit spread(int count) {
        int taken = Math.min(count, size());
        return new ImageSplit(
                name,
                directory,
                IntStream.range(0, taken)
                        .mapToObj(i -> images.get((int) ((long) i * size() / taken)))
                        .toList());
    }
}
