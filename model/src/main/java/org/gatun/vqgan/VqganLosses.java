package org.gatun.vqgan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gatun.torch.Tensor;
import org.gatun.torch.Torch;

/**
 * What one training step measured: scalar tensors on the model's device, of the scope in which the step ran. Reading one waits for
 * the device.
 *
 * @param total what the autoencoder minimised
 * @param quantizer the quantizer's loss
 * @param reconstruction L1 and LPIPS, weighted, or a segmentation map's cross entropy
 * @param perceptual LPIPS
 * @param discWeight lambda, the generator's weight with its constant factor
 * @param generator -mean D(xr)
 * @param discriminator the discriminator's loss with its factor
 * @param lecam the discriminator's regularisation, unweighted
 * @param logitsReal mean D(x)
 * @param logitsFake mean D(xr)
 * @param discFactor the factor of the GAN losses at this step, 0 before the discriminator comes in
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
        Tensor lecam,
        Tensor logitsReal,
        Tensor logitsFake,
        Tensor discFactor,
        Tensor indices) {

    /** The numbers under the reference's names; those of a discriminator that is not in yet, or not there, are left out. */
    public Map<String, Double> read() {
        Map<String, Double> values = new LinkedHashMap<>();
        put(values, "total_loss", total);
        put(values, "quant_loss", quantizer);
        put(values, "nll_loss", reconstruction);
        put(values, "p_loss", perceptual);
        put(values, "d_weight", discWeight);
        put(values, "g_loss", generator);
        put(values, "disc_loss", discriminator);
        put(values, "lecam_loss", lecam);
        put(values, "logits_real", logitsReal);
        put(values, "logits_fake", logitsFake);
        put(values, "disc_factor", discFactor);
        return values;
    }

    /** Those of a batch whose parts, of the same size, gave {@code parts}; all of them have the same losses. */
    static VqganLosses mean(List<VqganLosses> parts) {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        return new VqganLosses(
                mean(parts, VqganLosses::total),
                mean(parts, VqganLosses::quantizer),
                mean(parts, VqganLosses::reconstruction),
                mean(parts, VqganLosses::perceptual),
                mean(parts, VqganLosses::discWeight),
                mean(parts, VqganLosses::generator),
                mean(parts, VqganLosses::discriminator),
                mean(parts, VqganLosses::lecam),
                mean(parts, VqganLosses::logitsReal),
                mean(parts, VqganLosses::logitsFake),
                mean(parts, VqganLosses::discFactor),
                Torch.cat(parts.stream().map(VqganLosses::indices).toList(), 0));
    }

    private static Tensor mean(List<VqganLosses> parts, Function<VqganLosses, Tensor> loss) {
        if (loss.apply(parts.getFirst()) == null) {
            return null;
        }
        return Torch.stack(parts.stream().map(loss).toList()).mean();
    }

    /** The tensors that there are. */
    public Stream<Tensor> tensors() {
        return Stream.of(
                        total,
                        quantizer,
                        reconstruction,
                        perceptual,
                        discWeight,
                        generator,
                        discriminator,
                        lecam,
                        logitsReal,
                        logitsFake,
                        discFactor,
                        indices)
                .filter(Objects::nonNull);
    }

    private static void put(Map<String, Double> values, String name, Tensor tensor) {
        if (tensor != null) {
            values.put(name, tensor.item());
        }
    }
}
