package org.gatun.vqgan;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gatun.torch.Tensor;

/**
 * What one training step measured: scalar tensors on the model's device, of the scope in which the step ran. Reading one waits for
 * the device.
 *
 * @param total what the autoencoder minimised
 * @param quantizer the quantizer's loss
 * @param reconstruction L1 and LPIPS, weighted
 * @param perceptual LPIPS
 * @param discWeight lambda, the adaptive weight with its constant factor
 * @param generator -mean D(xr)
 * @param discriminator the discriminator's loss with its factor
 * @param logitsReal mean D(x)
 * @param logitsFake mean D(xr)
 * @param discFactor the factor of the GAN losses at this step
 * @param indices (B, h, w) the codes that were used
 */
public record VqganLosses(
        Tensor total,
        Tensor quantizer,
        Tensor reconstruction,
        Tensor perceptual,
        Tensor discWeight,
        Tensor generator,
        Tensor discriminator,
        Tensor logitsReal,
        Tensor logitsFake,
        double discFactor,
        Tensor indices) {

    /** The numbers under the reference's names; those of a discriminator that is not in yet are left out. */
    public Map<String, Double> read() {
        Map<String, Double> values = new LinkedHashMap<>();
        put(values, "total_loss", total);
        put(values, "quant_loss", quantizer);
        put(values, "nll_loss", reconstruction);
        put(values, "p_loss", perceptual);
        put(values, "d_weight", discWeight);
        put(values, "g_loss", generator);
        put(values, "disc_loss", discriminator);
        put(values, "logits_real", logitsReal);
        put(values, "logits_fake", logitsFake);
        values.put("disc_factor", discFactor);
        return values;
    }

    private static void put(Map<String, Double> values, String name, Tensor tensor) {
        if (tensor != null) {
            values.put(name, tensor.item());
        }
    }
}
