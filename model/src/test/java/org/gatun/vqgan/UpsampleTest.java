package org.gatun.vqgan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.gatun.nn.Parameters;
import org.gatun.torch.Autograd;
import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;
import org.junit.jupiter.api.Test;

final class UpsampleTest {

    @Test
    void aTransposedConvolutionGivesTheSamePictureAndTheSameGradients() {
        try (Parameters parameters = new Parameters(Device.CPU, DType.FLOAT64);
                TensorScope _ = TensorScope.open()) {
            Upsample upsample = new Upsample(parameters.root(), new Layers(1, false, true), 3);
            Tensor x = Torch.randn(new long[] {2, 3, 5, 4}, DType.FLOAT64, null).requires_grad_(true);
            Tensor plain = upsample.plain(x);
            Tensor transposed = upsample.transposed(x);
            assertThat(transposed.shape()).containsExactly(2, 3, 10, 8);
            assertThat(transposed.allclose(plain, 1e-12, 1e-12)).isTrue();

            List<Tensor> inputs = new ArrayList<>(parameters.parameterList());
            inputs.add(x);
            List<Tensor> expected = Autograd.grad(plain.sin().sum(), inputs);
            List<Tensor> grads = Autograd.grad(transposed.sin().sum(), inputs);
            for (int i = 0; i < inputs.size(); i++) {
                assertThat(grads.get(i).allclose(expected.get(i), 1e-12, 1e-12)).isTrue();
            }
        }
    }
}
