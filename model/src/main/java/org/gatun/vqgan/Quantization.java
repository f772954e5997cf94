package org.gatun.vqgan;

import org.gatun.torch.Tensor;

/**
 * What a quantizer makes of features.
 *
 * @param quantized (B, D, h, w), the codes in the features' place; gradients pass straight through to the features
 * @param loss a scalar that draws codes and features together
 * @param indices (B, h, w) int64, which code stands where
 */
public record Quantization(Tensor quantized, Tensor loss, Tensor indices) {}
