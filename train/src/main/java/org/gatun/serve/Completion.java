package org.gatun.serve;

/**
 * A picture of which a part is kept, and the rest drawn anew.
 *
 * @param pixels (3, H, W) in [-1, 1], of the size that the result will have
 * @param known which codes are kept, in raster order
 */
record Completion(float[] pixels, boolean[] known) {}
