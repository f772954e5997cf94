package org.gatun.run;

import org.gatun.torch.Tensor;

/**
 * A part of pictures that stays as it is.
 *
 * @param codes int64 (B, h, w)
 * @param known which of the h * w codes stay, in raster order
 */
public record KnownCodes(Tensor codes, boolean[] known) {}
