package org.gatun.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
}
