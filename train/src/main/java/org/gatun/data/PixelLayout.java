package org.gatun.data;

/** Order of a picture's numbers in memory. */
public enum PixelLayout {
    /** (3, H, W), PyTorch's {@code contiguous_format}. */
    CHANNELS_FIRST,
    /** (H, W, 3), the memory of PyTorch's {@code channels_last}. */
    CHANNELS_LAST
}
