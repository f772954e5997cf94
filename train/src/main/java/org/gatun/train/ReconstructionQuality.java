package org.gatun.train;

import java.util.List;
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
 * @param psnr dB at a peak of 255, the mean over the pictures; of segmentation maps that of the probabilities of the classes
 * @param usage share of the codes that these pictures use, in [0, 1]
 * @param perplexity of the codes over these pictures
 * @param pictures how many there were
 * @param codeCounts how often they use each code
 */
public record ReconstructionQuality(double psnr, double usage, double perplexity, int pictures, double[] codeCounts) {

    private static final int RGB_CHANNELS = 3;

    /** Measures over one epoch of {@code source}. */
    public static ReconstructionQuality measure(VqModel model, BatchSource source, Precision precision, Device device) {
        return measure(model, source, precision, device, List.of());
    }

    /** Measures over one epoch of {@code source}, with others that look at the same pictures. */
    public static ReconstructionQuality measure(
            VqModel model,
            BatchSource source,
            Precision precision,
            Device device,
            List<ReconstructionObserver> observers) {
        double psnr = 0;
        int pictures = 0;
        try (CodebookUsage usage = new CodebookUsage(model.quantizer().numCodes(), device);
                var _ = Autograd.noGrad();
                Autocast _ = precision.open(device)) {
            source.seek(DataPosition.START);
            while (source.position().epoch() == 0) {
                ImageBatch batch = source.next();
                try (TensorScope _ = TensorScope.open()) {
                    Tensor x = Batches.pictures(batch, source, device);
                    Quantization codes = model.encode(x, false);
                    usage.add(codes.indices());
                    Tensor reconstructions = model.decode(codes.quantized(), false);
                    boolean classes = x.size(1) > RGB_CHANNELS;
                    Tensor shown = classes ? x.mul(2).sub(1) : x;
                    Tensor rendered = classes ? reconstructions.sigmoid().mul(2).sub(1) : reconstructions;
                    psnr += Psnr.of(shown, rendered).sum().item();
                    observers.forEach(observer -> observer.observe(shown, rendered));
                    pictures += batch.size();
                }
            }
            return new ReconstructionQuality(
                    psnr / pictures,
                    usage.share(),
                    usage.perplexity(),
                    pictures,
                    usage.counts().toDoubleArray());
        }
    }
}
