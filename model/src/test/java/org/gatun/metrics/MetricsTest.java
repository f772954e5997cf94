package org.gatun.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.gatun.torch.Device;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;
import org.junit.jupiter.api.Test;

class MetricsTest {

    @Test
    void psnrIsThatOfThePicturesAsBytes() {
        try (TensorScope _ = TensorScope.open()) {
            // Pixels 0 against 10: an error of 10 everywhere.
            Tensor black = Torch.full(new long[] {1, 3, 4, 4}, -1.0);
            Tensor grey = Torch.full(new long[] {1, 3, 4, 4}, 10 * 2 / 255.0 - 1);

            assertThat(Psnr.of(black, grey).item()).isCloseTo(20 * Math.log10(255 / 10.0), within(1e-4));
            assertThat(Psnr.of(black, black.sub(5)).item())
                    .as("values are clamped")
                    .isGreaterThan(100);
        }
    }

    @Test
    void usageAndPerplexityCountCodes() {
        try (TensorScope _ = TensorScope.open();
                CodebookUsage usage = new CodebookUsage(8, Device.CPU)) {
            assertThat(usage.perplexity()).isZero();
            usage.add(Tensor.of(new long[] {0, 1, 2, 3}, 2, 2));
            usage.add(Tensor.of(new long[] {0, 1, 2, 3}, 4));

            assertThat(usage.share()).isEqualTo(0.5);
            assertThat(usage.perplexity()).isCloseTo(4, within(1e-9));
            usage.reset();
            assertThat(usage.share()).isZero();
        }
    }

    @Test
    void ssimIsThatOfTheFormulaOverEveryWholeWindow() {
        Random random = new Random(5);
        double[][] a = pixels(random, 14, 17);
        double[][] b = new double[14][17];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[i].length; j++) {
                b[i][j] = Math.clamp(Math.round(0.7 * a[i][j] + 60 * random.nextDouble()), 0, 255);
            }
        }
        try (TensorScope _ = TensorScope.open()) {
            Tensor x = Torch.cat(List.of(picture(a), picture(b)), 0); // (2, 1, 14, 17)
            Tensor y = Torch.cat(List.of(picture(b), picture(b)), 0);
            Tensor ssim = Ssim.of(x, y);

            assertThat(ssim.select(0, 0).item()).isCloseTo(ssim(a, b), within(1e-12));
            assertThat(ssim.select(0, 1).item()).as("of equal pictures").isCloseTo(1, within(1e-12));
            assertThatThrownBy(() -> Ssim.of(x.slice(2, 0L, 10L), y.slice(2, 0L, 10L)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("11 x 11 pixels, not 10 x 17");
        }
    }

    private static double[][] pixels(Random random, int height, int width) {
        double[][] pixels = new double[height][width];
        for (double[] row : pixels) {
            Arrays.setAll(row, _ -> random.nextInt(256));
        }
        return pixels;
    }

    private static Tensor picture(double[][] pixels) {
        double[] values = Arrays.stream(pixels).flatMapToDouble(Arrays::stream).toArray();
        return Tensor.of(values, 1, 1, pixels.length, pixels[0].length)
                .div(127.5)
                .sub(1);
    }

    /** The published formula, window by window, with two-dimensional weights. */
    private static double ssim(double[][] a, double[][] b) {
        double[][] weights = new double[11][11];
        double total = 0;
        for (int i = 0; i < 11; i++) {
            for (int j = 0; j < 11; j++) {
                weights[i][j] = Math.exp(-((i - 5) * (i - 5) + (j - 5) * (j - 5)) / (2 * 1.5 * 1.5));
                total += weights[i][j];
            }
        }
        double sum = 0;
        int windows = 0;
        for (int top = 0; top + 11 <= a.length; top++) {
            for (int left = 0; left + 11 <= a[0].length; left++) {
                double meanA = 0;
                double meanB = 0;
                for (int i = 0; i < 11; i++) {
                    for (int j = 0; j < 11; j++) {
                        meanA += weights[i][j] / total * a[top + i][left + j];
                        meanB += weights[i][j] / total * b[top + i][left + j];
                    }
                }
                double varianceA = 0;
                double varianceB = 0;
                double covariance = 0;
                for (int i = 0; i < 11; i++) {
                    for (int j = 0; j < 11; j++) {
                        double offA = a[top + i][left + j] - meanA;
                        double offB = b[top + i][left + j] - meanB;
                        varianceA += weights[i][j] / total * offA * offA;
                        varianceB += weights[i][j] / total * offB * offB;
                        covariance += weights[i][j] / total * offA * offB;
                    }
                }
                double c1 = Math.pow(0.01 * 255, 2);
                double c2 = Math.pow(0.03 * 255, 2);
                sum += (2 * meanA * meanB + c1)
                        * (2 * covariance + c2)
                        / ((meanA * meanA + meanB * meanB + c1) * (varianceA + varianceB + c2));
                windows++;
            }
        }
        return sum / windows;
    }

    @Test
    void aMeanOverPairsCountsEveryPictureOnce() {
        try (TensorScope _ = TensorScope.open()) {
            PairMean mean = new PairMean((x, y) -> x.sub(y).mean(1, 2, 3));
            mean.add(Torch.full(new long[] {3, 1, 2, 2}, 4.0), Torch.full(new long[] {3, 1, 2, 2}, 1.0));
            mean.add(Torch.full(new long[] {1, 1, 2, 2}, 8.0), Torch.full(new long[] {1, 1, 2, 2}, 1.0));

            assertThat(mean.mean()).isEqualTo(4);
        }
    }
}
