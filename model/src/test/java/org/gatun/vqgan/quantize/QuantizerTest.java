package org.gatun.vqgan.quantize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.gatun.nn.Parameters;
import org.gatun.torch.Autograd;
import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.gatun.torch.Generator;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;
import org.junit.jupiter.api.Test;

class QuantizerTest {

    private static Tensor random(long... shape) {
        return Torch.randn(shape, DType.FLOAT64);
    }

    @Test
    void nearestIsWhatComparingAllDistancesFinds() {
        Generator.manualSeed(1);
        try (TensorScope _ = TensorScope.open()) {
            Tensor z = random(50, 4);
            Tensor codes = random(17, 4);
            Tensor distances = z.unsqueeze(1).sub(codes.unsqueeze(0)).square().sum(2);

            assertThat(Codebook.nearest(z, codes).toLongArray())
                    .containsExactly(distances.argmin(1).toLongArray());
        }
    }

    @Test
    void theTwoBetasWeighTheTwoTerms() {
        Generator.manualSeed(2);
        try (TensorScope _ = TensorScope.open();
                Parameters parameters = new Parameters(Device.CPU, DType.FLOAT64)) {
            VectorQuantizer legacy = VectorQuantizer.legacy(parameters.root().at("a"), 8, 4, 0.25);
            VectorQuantizer corrected =
                    VectorQuantizer.corrected(parameters.root().at("b"), 8, 4, 0.25);
            Tensor z = random(1, 4, 3, 3).requires_grad_(true);

            // With equal terms the loss is 1.25 of one; only its gradient tells the two apart: for z it is 1 or beta of
            // it.
            Tensor byLegacy =
                    Autograd.grad(legacy.quantize(z, true).loss(), List.of(z)).getFirst();
            Tensor byCorrected = Autograd.grad(corrected.quantize(z, true).loss(), List.of(z))
                    .getFirst();
            Tensor plain = z.detach()
                    .sub(legacy.quantize(z, true).quantized().detach())
                    .mul(2.0 / z.numel());

            assertThat(byLegacy.sub(plain).abs().amax().item()).isLessThan(1e-12);
            assertThat(byCorrected.linalg_vector_norm().item()
                            / plain.linalg_vector_norm().item())
                    .isBetween(0.2, 0.3);
        }
    }

    @Test
    void gradientsPassStraightThrough() {
        Generator.manualSeed(3);
        try (TensorScope _ = TensorScope.open();
                Parameters parameters = new Parameters(Device.CPU, DType.FLOAT64)) {
            VectorQuantizer quantizer = VectorQuantizer.corrected(parameters.root(), 8, 4, 0.25);
            Tensor z = random(2, 4, 3, 3).requires_grad_(true);
            Tensor flow = random(2, 4, 3, 3);
            Tensor quantized = quantizer.quantize(z, true).quantized();
            Tensor gradient = Autograd.grad(List.of(quantized), List.of(z), List.of(flow), false, false, false)
                    .getFirst();

            assertThat(gradient.equal(flow)).isTrue();
        }
    }

    @Test
    void indicesLookUpWhatWasQuantized() {
        Generator.manualSeed(4);
        try (TensorScope _ = TensorScope.open();
                Parameters parameters = new Parameters(Device.CPU, DType.FLOAT64)) {
            for (QuantizerConfig config : List.of(
                    new QuantizerConfig.Nearest(8, 4, 0.25, true), new QuantizerConfig.Normalized(8, 4, 0.25, 0))) {
                Quantizer quantizer =
                        config.create(parameters.root().at(config.getClass().getSimpleName()));
                Quantization codes = quantizer.quantize(random(2, 4, 3, 5), false);

                assertThat(codes.indices().shape()).containsExactly(2, 3, 5);
                Tensor difference = quantizer.lookup(codes.indices()).sub(codes.quantized());
                assertThat(difference.abs().amax().item()).isLessThan(1e-12);
            }
        }
    }

    @Test
    void normalizedCodesHaveUnitLength() {
        Generator.manualSeed(5);
        try (TensorScope _ = TensorScope.open();
                Parameters parameters = new Parameters(Device.CPU, DType.FLOAT64)) {
            Quantizer quantizer = new QuantizerConfig.Normalized(8, 4, 0.25, 0).create(parameters.root());
            Tensor lengths = quantizer
                    .quantize(random(2, 4, 3, 3), false)
                    .quantized()
                    .linalg_vector_norm(2, new long[] {1}, false);

            assertThat(lengths.sub(1).abs().amax().item()).isLessThan(1e-12);
        }
    }

    @Test
    void codesWithoutUseStartAnewFromFeatures() {
        Generator.manualSeed(6);
        try (TensorScope _ = TensorScope.open();
                Parameters parameters = new Parameters(Device.CPU, DType.FLOAT32)) {
            int restartAfter = 3;
            DeadCodeRestart restart = new DeadCodeRestart(parameters.root(), 4, restartAfter);
            Tensor codes = Torch.zeros(4, 2);
            Tensor features = Torch.full(new long[] {5, 2}, 7.0);
            Tensor used = Tensor.of(new long[] {1, 1, 2, 1, 2}, 5);
            for (int step = 0; step < restartAfter; step++) {
                assertThat(codes.count_nonzero().itemLong())
                        .as("after %d steps", step)
                        .isZero();
                restart.observe(used, features, codes);
            }

            assertThat(codes.toFloatArray()).containsExactly(7, 7, 0, 0, 0, 0, 7, 7);
            assertThat(Arrays.stream(parameters.buffers().get("unused_steps").toLongArray()))
                    .containsExactly(0L, 0L, 0L, 0L);
        }
    }
}
