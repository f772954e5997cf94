package org.gatun.data;

/** Which square of a picture is used after its shortest side has been resized. */
public enum Crop {
    /** The middle one. */
    CENTER,
    /** Another one each time. */
    RANDOM
}
