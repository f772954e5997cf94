package org.gatun.data;

import java.lang.foreign.MemorySegment;

/**
 * A batch of pictures. Its memory is off-heap, and that of the {@link BatchSource}, which uses it again at its next call of {@code next}.
 *
 * @param pixels float32, shape (size, C, H, W), or (size, H, W, 3) for {@link PixelLayout#CHANNELS_LAST}; see {@link PictureKind}
 * @param condition float32, shape (size, C, H, W) of the conditions; null if there are none
 * @param labels class of each picture, length {@code size}
 * @param size number of pictures
 */
public record ImageBatch(MemorySegment pixels, MemorySegment condition, int[] labels, int size) {}
