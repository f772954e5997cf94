package org.gatun.train;

import org.gatun.data.Crop;

/**
 * How often, and how, a picture becomes codes before training.
 *
 * @param crops crops of each picture; more than one only of random ones
 * @param crop which part of a picture
 * @param flipped whether each crop is also taken mirrored
 */
public record Views(int crops, Crop crop, boolean flipped) {

    /** The middle of each picture, once. */
    public static final Views ONE = new Views(1, Crop.CENTER, false);

    public Views {
        if (crops < 1 || crops > 1 && crop == Crop.CENTER) {
            throw new IllegalArgumentException("a picture has one middle, and one crop at least, not " + crops);
        }
    }
}
