package org.gatun.vqgan.quantize;

import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;

/**
 * What a quantizer makes of features.
 *
 * @param quantized (B, D, h, w), the codes in the features' place; gradients pass through to the features
 * @param loss a scalar that draws codes and features together
 * @param indices (B, h, w) int64, which code stands where
 */
public record Quantization(Tensor quantized, Tensor loss, Tensor indices) {

    /**
     * From what was computed a row a position.
     *
     * @param z (B, *, h, w), what was quantized
     * @param quantized (B*h*w, D)
     * @param indices (B*h*w)
     */
    static Quantization ofPositions(Tensor z, Tensor quantized, Tensor loss, Tensor indices) {
        return new Quantization(Positions.unflatten(quantized, z), loss, indices.view(z.size(0), z.size(2), z.size(3)));
    }

    /** Hands all three to the scope around {@code scope}. */
    public Quantization moveToOuter(TensorScope scope) {
        scope.moveToOuter(quantized);
        scope.moveToOuter(loss);
        scope.moveToOuter(indices);
        return this;
    }
}
