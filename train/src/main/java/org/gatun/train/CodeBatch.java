package org.gatun.train;

import org.gatun.torch.Tensor;

/**
 * Pictures as a transformer learns them.
 *
 * @param codes int64 (B, h*w) in raster order
 * @param condition int64 (B, C), the tokens before them
 */
record CodeBatch(Tensor codes, Tensor condition) {}
