package org.gatun.vqgan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.gatun.nn.Parameters;
import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.gatun.vqgan.quantize.QuantizerConfig;
import org.junit.jupiter.api.Test;

final class VqganFlopsTest {

    private static final double BETA = 0.25;

    @Test
    void everyConvolutionCountsAtTheSizeOfItsResults() {
        // Two levels of 8 channels without attention: every convolution can be counted by hand.
        AutoencoderConfig config =
                new AutoencoderConfig(8, 3, List.of(1, 1), 1, List.of(), 0, true, 3, 16, 4, false, 2, false);
        try (Parameters parameters = new Parameters(Device.CPU, DType.FLOAT32)) {
            new VqModel(parameters.root(), new VqModelConfig(config, new QuantizerConfig.Nearest(16, 4, BETA, true)));
            AdversarialConfig adversarial = AdversarialConfig.reference(0);
            LossConfig loss = new LossConfig(new ReconstructionTerm.Pixels(1), 1, adversarial);

            VqganFlops flops = VqganFlops.of(config, loss, parameters.stateDict());

            double wide = 9 * 8 * 8; // 3x3, 8 to 8 channels
            double attention = 4 * 8 * 8; // of the middle block
            double encoder = 256 * (9 * 3 * 8 + 2 * wide) // conv_in, a block at 16x16
                    + 64
                            * (wide + 2 * wide + 4 * wide + attention
                                    + 9 * 8 * 4); // downsample, a block, middle, conv_out
            double decoder = 64 * (9 * 4 * 8 + 4 * wide + attention + 4 * wide) // conv_in, middle, two blocks at 8x8
                    + 256 * (wide + 4 * wide + 9 * 8 * 3); // upsample, two blocks at 16x16, conv_out
            double quantizer = 64 * (4 * 4 + 4 * 4);
            assertThat(flops.autoencoder()).isCloseTo(2 * (encoder + decoder + quantizer), within(1.0));

            double disc = 2
                    * 16
                    * (64.0 * 3 * 64 + 16.0 * 64 * 128 + 4.0 * 128 * 256 + 1.0 * 256 * 512 + 0); // 8, 4, 2, 1, 0 wide
            assertThat(flops.discriminator()).isCloseTo(disc, within(1.0));
            assertThat(flops.training(false)).isEqualTo(3 * flops.autoencoder() + 3 * flops.perceptual());
            assertThat(flops.training(true)).isEqualTo(flops.training(false) + 7 * flops.discriminator());
        }
    }

    @Test
    void vgg16IsThatOfItsPaper() {
        // torchvision's vgg16 needs 15.35e9 multiply-adds of convolutions at 224x224, without its fully connected
        // layers.
        AutoencoderConfig config =
                new AutoencoderConfig(8, 3, List.of(1), 1, List.of(), 0, true, 3, 224, 4, false, 2, false);
        VqganFlops flops = VqganFlops.of(
                config, new LossConfig(new ReconstructionTerm.Pixels(1), 1, AdversarialConfig.reference(0)), Map.of());
        assertThat(flops.perceptual() / 2).isCloseTo(15.35e9, within(0.02e9));
    }
}
