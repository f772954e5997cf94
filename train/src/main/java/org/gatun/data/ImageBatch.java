package org.gatun.data;

import java.lang.foreign.MemorySegment;

/**
 * A batch of pictures.
 *
 * @param pixels float32 in [-1, 1], shape (size, 3, H, W), or (size, H, W, 3) for {@link PixelLayout#CHANNELS_LAST}; off-heap
 *     memory of the {@link BatchSource} that holds this batch until its next call of {@code next} or {@code close}
 * @param labels class of each picture, length {@code size}
 * @param size number of pictures
 */
public record ImageBatch(MemorySegment pixels, int[] labels, int size) {}
