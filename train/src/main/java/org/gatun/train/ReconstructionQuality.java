package org.gatun.train;

import org.gatun.data.BatchSource;
import org.gatun.data.DataPosition;
import org.gatun.data.ImageBatch;
import org.gatun.metrics.CodebookUsage;
import org.gatun.metrics.Psnr;
import org.gatun.torch.Autocast;
import org.gatun.torch.Autograd;
import org.gatun.torch.Device;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.vqgan.VqModel;
import org.gatun.vqgan.quantize.Quantization;

/**
 * How well a first stage renders pictures that it was not trained on.
 *
 * @param psnr dB at a peak of 255, the mean over the pictures
 * @param usage share of the codes that these pictures use, in [0, 1]
 * @param perplexity of the codes over these pictures
 * @param pictures how many there were
 */
public record ReconstructionQuality(double psnr, double usage, double perplexity, int pictures) {

    /** Measures over one epoch of {@code source}. */
    public static ReconstructionQuality measure(VqModel model, BatchSource source, Precision precision, Device device) {
        double psnr = 0;
        int pictures = 0;
        int size = model.config().autoencoder().resolution();
        try (CodebookUsage usage = new CodebookUsage(model.quantizer().numCodes(), device);
                var _ = Autograd.noGrad();
                Autocast _ = precision.open(device)) {
            source.seek(DataPosition.START);
            while (source.position().epoch() == 0) {
                ImageBatch batch = source.next();
                try (TensorScope _ = TensorScope.open()) {
                    Tensor x = Batches.tensor(batch, size, device);
                    Quantization codes = model.encode(x, false);
                    usage.add(codes.indices());
                    psnr += Psnr.of(x, model.decode(codes.quantized(), false))
                            .sum()
                            .item();
                    pictures += batch.size();
                }
            }
            return new ReconstructionQuality(psnr / pictures, usage.share(), usage.perplexity(), pictures);
        }
    }
}
