package org.gatun.metrics;

import java.util.List;
import org.gatun.torch.Autograd;
import org.gatun.torch.DType;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;

/**
 * Structural similarity (Wang et al., "Image quality assessment: from error visibility to structural similarity", 2004) of pictures as
 * 8 bits hold them: the mean over channels and over all places where the whole Gaussian window (deviation 1.5, cut off at 3.5
 * deviations: 11x11) lies inside the picture. As scikit-image's {@code structural_similarity} with {@code gaussian_weights=True,
 * sigma=1.5, use_sample_covariance=False, data_range=255}.
 */
public final class Ssim {

    private static final double SIGMA = 1.5;
    private static final int RADIUS = 5;

    /** Width and height of the window: smaller pictures can't be compared. */
    public static final int WINDOW = 2 * RADIUS + 1;

    private static final double C1 = square(0.01 * EightBitPixels.PEAK);
    private static final double C2 = square(0.03 * EightBitPixels.PEAK);

    private Ssim() {}

    private static double square(double x) {
        return x * x;
    }

    /**
     * For each pair of pictures (B, C, H, W) in [-1, 1], their similarity: (B) float64.
     *
     * @throws IllegalArgumentException if they are smaller than {@link #WINDOW}
     */
    public static Tensor of(Tensor a, Tensor b) {
        if (a.size(2) < WINDOW || a.size(3) < WINDOW) {
            throw new IllegalArgumentException("SSIM needs pictures of at least %d x %d pixels, not %d x %d"
                    .formatted(WINDOW, WINDOW, a.size(2), a.size(3)));
        }
        try (TensorScope scope = TensorScope.open();
                var _ = Autograd.noGrad()) {
            Tensor x = EightBitPixels.of(a).to(DType.FLOAT64);
            Tensor y = EightBitPixels.of(b).to(DType.FLOAT64);
            long batch = x.size(0);
            long channels = x.size(1);
            Tensor signals = Torch.cat(List.of(x, y, x.square(), y.square(), x.mul(y)), 0); // (5B, C, H, W)
            Tensor[] means = windowMeans(signals.view(-1, 1, x.size(2), x.size(3)))
                    .view(5, batch, channels, -1)
                    .unbind(0)
                    .toArray(Tensor[]::new); // each (B, C, places)
            Tensor meanX = means[0];
            Tensor meanY = means[1];
            Tensor varianceX = means[2].sub(meanX.square());
            Tensor varianceY = means[3].sub(meanY.square());
            Tensor covariance = means[4].sub(meanX.mul(meanY));
            Tensor luminance = meanX.mul(meanY).mul(2).add(C1);
            Tensor structure = covariance.mul(2).add(C2);
            Tensor scale = meanX.square()
                    .add(meanY.square())
                    .add(C1)
                    .mul(varianceX.add(varianceY).add(C2));
            return scope.moveToOuter(luminance.mul(structure).div(scale).mean(1, 2));
        }
    }

    /** (N, 1, H, W) to the Gaussian means of all whole windows, (N, 1, H - 10, W - 10). */
    private static Tensor windowMeans(Tensor signals) {
        double[] weights = new double[WINDOW];
        double sum = 0;
        for (int i = 0; i < WINDOW; i++) {
            weights[i] = Math.exp(-square(i - RADIUS) / (2 * SIGMA * SIGMA));
            sum += weights[i];
        }
        Tensor kernel = Tensor.of(weights, WINDOW).div(sum).to(signals.device());
        long[] stride = {1};
        long[] padding = {0};
        Tensor rows = Torch.conv2d(signals, kernel.view(1, 1, 1, WINDOW), null, stride, padding);
        return Torch.conv2d(rows, kernel.view(1, 1, WINDOW, 1), null, stride, padding);
    }
}
