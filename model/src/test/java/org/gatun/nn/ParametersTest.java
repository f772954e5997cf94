package org.gatun.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;
import org.junit.jupiter.api.Test;

class ParametersTest {

    @Test
    void layersMakeTheirParametersUnderDottedNames() {
        try (Parameters parameters = new Parameters(Device.CPU, DType.FLOAT32)) {
            new Linear(parameters.root().at("blocks").at(3).at("proj"), 4, 2);
            new BatchNorm2d(parameters.root().at("norm"), 5, Init.ONES);

            assertThat(parameters.parameters())
                    .containsOnlyKeys("blocks.3.proj.weight", "blocks.3.proj.bias", "norm.weight", "norm.bias");
            assertThat(parameters.buffers())
                    .containsOnlyKeys("norm.running_mean", "norm.running_var", "norm.num_batches_tracked");
            assertThat(parameters.count()).isEqualTo(4 * 2 + 2 + 5 + 5);
        }
    }

    @Test
    void parametersRequireGradientsAndBuffersDoNot() {
        try (Parameters parameters = new Parameters(Device.CPU, DType.FLOAT64)) {
            new BatchNorm2d(parameters.root(), 3, Init.ONES);

            assertThat(parameters.parameterList()).allMatch(Tensor::requiresGrad);
            assertThat(parameters.buffers().values()).noneMatch(Tensor::requiresGrad);
            assertThat(parameters.buffers().get("running_var").dtype()).isEqualTo(DType.FLOAT64);
            assertThat(parameters.buffers().get("num_batches_tracked").dtype()).isEqualTo(DType.INT64);
        }
    }

    @Test
    void aNameIsTakenOnce() {
        try (Parameters parameters = new Parameters(Device.CPU, DType.FLOAT32)) {
            new Linear(parameters.root().at("head"), 1, 1);

            assertThatThrownBy(() -> new Linear(parameters.root().at("head"), 1, 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("head.weight");
        }
    }

    @Test
    void theStoreOwnsAllAndScopesDoNot() {
        long before = Tensor.liveCount();
        try (Parameters parameters = new Parameters(Device.CPU, DType.FLOAT32)) {
            Conv2d conv;
            try (TensorScope _ = TensorScope.open()) {
                conv = new Conv2d(parameters.root().at("conv"), 3, 8, 3, 1, 1);
            }
            try (TensorScope _ = TensorScope.open()) {
                assertThat(conv.forward(Torch.zeros(2, 3, 5, 7)).shape()).containsExactly(2, 8, 5, 7);
            }
        }
        assertThat(Tensor.liveCount()).isEqualTo(before);
    }
}
