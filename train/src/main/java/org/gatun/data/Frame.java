package org.gatun.data;

import java.awt.Rectangle;

/**
 * Which part of a picture is used, and how large it becomes: for a random crop the whole, its shortest side resized to the transform's
 * size; for a centred one the middle square.
 */
record Frame(Rectangle region, int width, int height) {

    static Frame of(int width, int height, ImageTransform transform) {
        int size = transform.size();
        int shortest = Math.min(width, height);
        return switch (transform.crop()) {
            case CENTER ->
                new Frame(
                        new Rectangle((width - shortest) / 2, (height - shortest) / 2, shortest, shortest), size, size);
            case RANDOM ->
                new Frame(
                        new Rectangle(width, height),
                        Math.toIntExact(Math.round((double) width * size / shortest)),
                        Math.toIntExact(Math.round((double) height * size / shortest)));
        };
    }
}
