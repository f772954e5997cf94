package org.gatun.serve;

import org.gatun.torch.Tensor;

/**
 * Codes of a picture that is to be completed.
 *
 * @param codes int64 (B, rows, columns)
 * @param known which of them are kept, in raster order
 */
record GivenCodes(Tensor codes, boolean[] known) {}
