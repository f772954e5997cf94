package org.gatun.vqgan.quantize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

class LinearCodebookTest {

    private static final AntiCollapse SIMVQ = new AntiCollapse(true, 0, 0, GradientEstimator.STRAIGHT_THROUGH);

    @Test
    void codesAreTheFrozenOnesTimesTheMap() {
        Generator.manualSeed(1);
        try (TensorScope _ = TensorScope.open();
                Parameters parameters = new Parameters(Device.CPU, DType.FLOAT64)) {
            LinearCodebook codebook = new LinearCodebook(parameters.root(), 7, 3);
            Tensor frozen = parameters.buffers().get("embedding.weight");
            Tensor weight = parameters.parameters().get("embedding_proj.weight");
            Tensor bias = parameters.parameters().get("embedding_proj.bias");

            assertThat(codebook.numCodes()).isEqualTo(7);
            Tensor expected = frozen.mm(weight.t()).add(bias);
            assertThat(codebook.codes().sub(expected).abs().amax().item()).isLessThan(1e-14);
        }
    }

    @Test
    void oneChosenCodeMovesAllOfThem() {
        Generator.manualSeed(2);
        try (TensorScope _ = TensorScope.open();
                Parameters parameters = new Parameters(Device.CPU, DType.FLOAT64)) {
            Quantizer quantizer = new QuantizerConfig.Nearest(7, 3, 0.25, false, SIMVQ).create(parameters.root());
            Tensor all = Torch.arange(7, DType.INT64).view(1, 1, 7);
            Tensor before = quantizer.lookup(all).detach().clone();
            Tensor z = Torch.randn(new long[] {1, 3, 1, 1}, DType.FLOAT64);
            List<Tensor> gradients =
                    Autograd.grad(quantizer.quantize(z, QuantizerMode.TRAINING).loss(), parameters.parameterList());
            try (var _ = Autograd.noGrad()) {
                for (int i = 0; i < gradients.size(); i++) {
                    parameters.parameterList().get(i).sub_(gradients.get(i).mul(0.1));
                }
            }
            Tensor moved = quantizer.lookup(all).sub(before).abs().amax(new long[] {1}, false); // (1, 1, 7)

            assertThat(moved.amin().item()).isGreaterThan(0);
        }
    }

    @Test
    void whatWouldMoveFrozenCodesIsRefused() {
        GradientEstimator estimator = GradientEstimator.STRAIGHT_THROUGH;
        assertThatThrownBy(() -> new AntiCollapse(true, 1, 0, estimator)).hasMessageContaining("frozen");
        assertThatThrownBy(() -> new AntiCollapse(true, 0, 5, estimator)).hasMessageContaining("frozen");
        assertThatThrownBy(() -> new QuantizerConfig.MovingAverage(8, 4, 0.25, 0.99, 1e-5, SIMVQ))
                .hasMessageContaining("simvq");
    }
}
