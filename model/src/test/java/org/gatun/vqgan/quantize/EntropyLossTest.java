package org.gatun.vqgan.quantize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gatun.torch.Autograd;
import org.gatun.torch.DType;
import org.gatun.torch.Generator;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;
import org.junit.jupiter.api.Test;

class EntropyLossTest {

    private static final double RATIO = 0.3;
    private static final double TEMPERATURE = 0.5;

    private static Tensor directions(long rows) {
        return NormalizedCodebook.normalize(Torch.randn(new long[] {rows, 3}, DType.FLOAT64));
    }

    private static double byHand(double[] z, double[] codes, int dim) {
        int n = z.length / dim;
        int k = codes.length / dim;
        double[] mean = new double[k];
        double ofEach = 0;
        for (int i = 0; i < n; i++) {
            double[] p = new double[k];
            double sum = 0;
            for (int j = 0; j < k; j++) {
                double distance = 0;
                for (int d = 0; d < dim; d++) {
                    distance += Math.pow(z[i * dim + d] - codes[j * dim + d], 2);
                }
                p[j] = Math.exp(-distance / TEMPERATURE);
                sum += p[j];
            }
            for (int j = 0; j < k; j++) {
                p[j] /= sum;
                mean[j] += p[j] / n;
                ofEach -= p[j] * Math.log(p[j]) / n;
            }
        }
        double ofMean = 0;
        for (double p : mean) {
            ofMean -= p * Math.log(p + 1e-5);
        }
        return RATIO * (ofEach - ofMean);
    }

    @Test
    void itIsTheMeanEntropyLessTheEntropyOfTheMean() {
        Generator.manualSeed(1);
        try (TensorScope _ = TensorScope.open()) {
            Tensor z = directions(7);
            Tensor codes = directions(4);

            assertThat(new EntropyLoss(RATIO, TEMPERATURE).of(z, codes).item())
                    .isCloseTo(byHand(z.toDoubleArray(), codes.toDoubleArray(), 3), within(1e-13));
        }
    }

    @Test
    void itsGradientsAreThoseOfFiniteDifferences() {
        Generator.manualSeed(2);
        double h = 1e-5;
        EntropyLoss loss = new EntropyLoss(RATIO, TEMPERATURE);
        try (TensorScope _ = TensorScope.open()) {
            Tensor z = directions(3).requires_grad_(true);
            Tensor codes = directions(4).requires_grad_(true);
            List<Tensor> gradients = Autograd.grad(loss.of(z, codes), List.of(z, codes));
            for (int which = 0; which < 2; which++) {
                double[] expected = gradients.get(which).toDoubleArray();
                for (int i = 0; i < expected.length; i++) {
                    double[] sides = new double[2];
                    for (int side = 0; side < 2; side++) {
                        Tensor[] moved = {z.detach().clone(), codes.detach().clone()};
                        moved[which].view(-1).narrow(0, i, 1).add_(side == 0 ? h : -h);
                        sides[side] = loss.of(moved[0], moved[1]).item();
                    }
                    assertThat((sides[0] - sides[1]) / (2 * h)).isCloseTo(expected[i], within(1e-8));
                }
            }
        }
    }

    @Test
    void aBatchThatUsesAllCodesSurelyCostsLeast() {
        EntropyLoss loss = new EntropyLoss(1, 0.01);
        try (TensorScope _ = TensorScope.open()) {
            Tensor codes = Tensor.of(new double[] {1, 0, 0, 1, -1, 0, 0, -1}, 4, 2);
            double all = loss.of(codes, codes).item();
            double one = loss.of(codes.narrow(0, 0, 1).expand(4, 2), codes).item();

            assertThat(all).isCloseTo(-Math.log(4), within(1e-3));
            assertThat(one).isCloseTo(0, within(1e-3));
        }
    }

    @Test
    void aTemperatureThatIsNotAboveZeroIsRefused() {
        assertThatThrownBy(() -> new EntropyLoss(1, 0)).hasMessageContaining("entropy_temperature");
    }
}
