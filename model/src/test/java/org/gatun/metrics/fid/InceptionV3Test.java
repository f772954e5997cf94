package org.gatun.metrics.fid;

import static org.assertj.core.api.Assertions.assertThat;

import org.gatun.nn.Parameters;
import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.gatun.torch.Generator;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;
import org.junit.jupiter.api.Test;

class InceptionV3Test {

    @Test
    void parametersAreThoseOfTheFile() {
        try (Parameters parameters = new Parameters(Device.CPU, DType.FLOAT32)) {
            new InceptionV3(parameters.root());

            // 94 convolutions with their norms, and the classifier's two.
            assertThat(parameters.parameters()).hasSize(94 * 3 + 2);
            // torchvision's 23,834,568 without its second head, of 1,000 classes; these are 1,008.
            assertThat(parameters.count()).isEqualTo(23_834_568L + 8 * 2049);
            assertShape(parameters, "Conv2d_1a_3x3.conv.weight", 32, 3, 3, 3);
            assertShape(parameters, "Mixed_5b.branch_pool.conv.weight", 32, 192, 1, 1);
            assertShape(parameters, "Mixed_6c.branch7x7dbl_2.conv.weight", 160, 160, 7, 1);
            assertShape(parameters, "Mixed_7a.branch7x7x3_2.conv.weight", 192, 192, 1, 7);
            assertShape(parameters, "Mixed_7c.branch3x3dbl_3b.conv.weight", 384, 384, 3, 1);
            assertShape(parameters, "fc.weight", 1008, 2048);
            assertThat(parameters.buffers()).containsKeys("Mixed_7b.branch1x1.bn.running_var");
        }
    }

    private static void assertShape(Parameters parameters, String name, long... shape) {
        assertThat(parameters.parameters()).containsKey(name);
        assertThat(parameters.parameters().get(name).shape()).containsExactly(shape);
    }

    @Test
    void picturesOfAnySizeHaveFeaturesOfTheirOwn() {
        try (TensorScope _ = TensorScope.open();
                Parameters parameters = new Parameters(Device.CPU, DType.FLOAT32)) {
            Generator.manualSeed(1);
            InceptionV3 inception = new InceptionV3(parameters.root());
            Tensor pictures = Torch.rand(2, 3, 32, 48).mul(2).sub(1);
            long before = Tensor.liveCount();
            Tensor features = inception.features(pictures);

            assertThat(Tensor.liveCount()).isEqualTo(before + 1);
            assertThat(features.shape()).containsExactly(2, 2048);
            assertThat(features.isfinite().all().itemLong()).isOne();
            assertThat(features.select(0, 0).equal(features.select(0, 1))).isFalse();
        }
    }

    @Test
    void resizingIsTensorFlowsWithoutHalfAPixelsShift() {
        try (TensorScope _ = TensorScope.open()) {
            Tensor row = Tensor.of(new float[] {10, 20}, 1, 1, 1, 2);

            assertThat(TensorFlowResize.bilinear(row, 2, 4)
                            .equal(Tensor.of(new float[] {10, 15, 20, 20, 10, 15, 20, 20}, 1, 1, 2, 4)))
                    .isTrue();
        }
    }
}
