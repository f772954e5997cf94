package org.gatun.vqgan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.gatun.nn.Parameters;
import org.gatun.torch.Autograd;
import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;
import org.gatun.vqgan.quantize.Quantization;
import org.gatun.vqgan.quantize.QuantizerConfig;
import org.junit.jupiter.api.Test;

class VqModelTest {

    private static AutoencoderConfig config(int ch, int resolution, List<Integer> chMult) {
        return new AutoencoderConfig(ch, 3, chMult, 1, List.of(8), 0, 3, resolution, 16, false);
    }

    @Test
    void picturesBecomeCodesAndPicturesAgain() {
        try (TensorScope _ = TensorScope.open();
                var _ = Autograd.noGrad();
                Parameters parameters = new Parameters(Device.CPU, DType.FLOAT32)) {
            VqModel model = new VqModel(
                    parameters.root(),
                    new VqModelConfig(
                            config(32, 32, List.of(1, 1, 2)), new QuantizerConfig.Nearest(20, 6, 0.25, true)));
            Tensor x = Torch.rand(2, 3, 32, 48); // also other shapes than it was made for
            Quantization codes = model.encode(x, false);

            assertThat(codes.indices().shape()).containsExactly(2, 8, 12);
            assertThat(codes.quantized().shape()).containsExactly(2, 6, 8, 12);
            assertThat(model.decode(codes.quantized(), false).shape()).containsExactly(2, 3, 32, 48);
            Tensor difference = model.decodeIndices(codes.indices()).sub(model.decode(codes.quantized(), false));
            assertThat(difference.abs().amax().item()).isLessThan(1e-4);
        }
    }

    @Test
    void parametersCarryTheReferencesNames() {
        try (Parameters parameters = new Parameters(Device.CPU, DType.FLOAT32)) {
            new VqModel(
                    parameters.root(),
                    new VqModelConfig(config(32, 16, List.of(1, 2)), new QuantizerConfig.Nearest(20, 6, 0.25, true)));

            assertThat(parameters.parameters())
                    .containsKeys(
                            "encoder.down.0.block.0.norm1.weight",
                            "encoder.down.0.downsample.conv.bias",
                            "encoder.down.1.block.0.nin_shortcut.weight",
                            "encoder.down.1.attn.0.proj_out.weight",
                            "encoder.mid.block_2.conv2.weight",
                            "decoder.up.1.upsample.conv.weight",
                            "decoder.up.0.block.1.conv1.weight",
                            "quantize.embedding.weight",
                            "quant_conv.weight",
                            "post_quant_conv.bias");
        }
    }

    @Test
    void withoutConvolutionsPicturesAreAveragedAndRepeated() {
        AutoencoderConfig config =
                new AutoencoderConfig(32, 3, List.of(1, 1), 1, List.of(), 0, false, 3, 8, 16, false, 32, false);
        try (TensorScope _ = TensorScope.open();
                Parameters parameters = new Parameters(Device.CPU, DType.FLOAT32)) {
            new VqModel(parameters.root(), new VqModelConfig(config, new QuantizerConfig.Nearest(20, 6, 0.25, true)));
            assertThat(parameters.parameters().keySet()).noneMatch(name -> name.contains("sample"));

            Layers layers = Layers.of(config);
            Tensor x = Tensor.of(new float[] {1, 2, 5, 8}, 1, 1, 2, 2);
            Tensor half = layers.downsample(parameters.root().at("down"), 1).forward(x);
            assertThat(half.shape()).containsExactly(1, 1, 1, 1);
            assertThat(half.item()).isEqualTo(4);
            Tensor doubled = layers.upsample(parameters.root().at("up"), 1).forward(half);
            assertThat(doubled.toFloatArray()).containsExactly(4, 4, 4, 4);
        }
    }

    @Test
    void aConfigurationThatCannotBeBuiltSaysWhy() {
        assertThatThrownBy(() -> config(48, 32, List.of(1, 2))).hasMessageContaining("ch is 48");
        assertThatThrownBy(() -> config(32, 30, List.of(1, 2, 2)))
                .hasMessageContaining("resolution 30")
                .hasMessageContaining("4");
        assertThatThrownBy(() -> config(32, 32, List.of())).hasMessageContaining("ch_mult");
    }
}
