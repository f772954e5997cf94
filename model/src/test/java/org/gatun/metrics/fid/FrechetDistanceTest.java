package org.gatun.metrics.fid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;
import org.junit.jupiter.api.Test;

class FrechetDistanceTest {

    @Test
    void ofIndependentFeaturesItIsASumOverThem() {
        try (TensorScope _ = TensorScope.open()) {
            Tensor meanA = Tensor.of(new double[] {1, 2, 3}, 3);
            Tensor meanB = Tensor.of(new double[] {1, 0, 6}, 3);
            Tensor a = diagonal(4, 9, 0);
            Tensor b = diagonal(1, 9, 16);

            // (2 - 0)² + (3 - 6)², and (2 - 1)² + 0 + (0 - 4)² of the deviations
            assertThat(FrechetDistance.of(meanA, a, meanB, b)).isCloseTo(13 + 17, within(1e-10));
        }
    }

    private static Tensor diagonal(double... values) {
        Tensor matrix = Torch.zeros(new long[] {values.length, values.length}, DType.FLOAT64);
        matrix.diagonal().copy_(Tensor.of(values, values.length));
        return matrix;
    }

    @Test
    void ofTwoDependentFeaturesItIsTheClosedForm() {
        try (TensorScope _ = TensorScope.open()) {
            Tensor mean = Torch.zeros(new long[] {2}, DType.FLOAT64);
            Tensor a = Tensor.of(new double[] {2, 0.5, 0.5, 1}, 2, 2);
            Tensor b = Tensor.of(new double[] {1, -0.8, -0.8, 3}, 2, 2);

            // A 2x2 matrix' square root has the trace sqrt(tr + 2 sqrt(det)): tr(AB) = 1.6 + 2.6, det(A) det(B) = 1.75
            // * 2.36
            double traceOfRoot = Math.sqrt(4.2 + 2 * Math.sqrt(1.75 * 2.36));
            assertThat(FrechetDistance.of(mean, a, mean, b)).isCloseTo(3 + 4 - 2 * traceOfRoot, within(1e-12));
        }
    }

    @Test
    void statisticsAreMeanAndSampleCovarianceWhateverTheBatches() {
        try (TensorScope _ = TensorScope.open();
                FeatureStatistics statistics = new FeatureStatistics(2, Device.CPU);
                FeatureStatistics same = new FeatureStatistics(2, Device.CPU)) {
            Tensor features = Tensor.of(new float[] {1, 5, 3, 1, 5, 3}, 3, 2);
            statistics.add(features);
            assertThatThrownBy(same::covariance).isInstanceOf(IllegalStateException.class);
            same.add(features.slice(0, 0L, 2L));
            same.add(features.slice(0, 2L, 3L));

            assertThat(statistics.mean().equal(Tensor.of(new double[] {3, 3}, 2)))
                    .isTrue();
            // Deviations (-2, 2), (0, -2), (2, 0).
            assertThat(statistics.covariance().allclose(Tensor.of(new double[] {4, -2, -2, 4}, 2, 2)))
                    .isTrue();
            assertThat(FrechetDistance.of(statistics, same)).isCloseTo(0, within(1e-12));
        }
    }
}
