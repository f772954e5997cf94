package org.gatun.vqgan.quantize;

import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;

/**
 * What a quantizer makes of features.
 *
 * @param quantized (B, D, h, w), the codes in the features' place; gradients pass straight through to the features
 * @param loss a scalar that draws codes and features together
 * @param indices (B, h, w) int64, which code stands where
 */
public record Quantization(Tensor quantized, Tensor loss, Tensor indices) {

    /** Hands all three to the scope around {@code scope}. */
    public Quantization moveToOuter(TensorScope scope) {
        scope.moveToOuter(quantized);
        scope.moveToOuter(loss);
        scope.moveToOuter(indices);
        return this;
    }
}
