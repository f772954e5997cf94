package org.gatun.parity;

import static org.assertj.core.api.Assertions.assertThat;

import org.gatun.SharedFolder;
import org.gatun.torch.Device;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParityTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gpt",
                "gpt-unmasked",
                "sliding-window",
                "permuters",
                "vqgan-f2",
                "vqgan-f4-lpips",
                "lpips-vgg",
                "gumbel"
            })
    void weComputeWhatTheReferenceComputed(String name) {
        Fixture fixture = Fixture.read(SharedFolder.find("parity/" + name + ".safetensors"), Device.CPU);

        ParityResult result = ParityRunner.run(fixture).orElseThrow();

        assertThat(result.failures()).isEmpty();
        assertThat(result.unequalIndices()).isZero();
        assertThat(result.outputs()).isLessThan(ParityResult.BOUND);
        assertThat(result.gradients()).isLessThan(ParityResult.BOUND);
        assertThat(result.losses()).isLessThan(ParityResult.TRAINING_BOUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt", "gpt-unmasked", "vqgan-f2", "vqgan-f4-lpips", "lpips-vgg", "gumbel"})
    void theForwardPassInFloat32IsAsGoodAsFloat32CanBe(String name) {
        Fixture fixture = Fixture.read(SharedFolder.find("parity/" + name + ".safetensors"), Device.CPU);

        ParityResult result = ParityRunner.runForwardInFloat32(fixture).orElseThrow();

        assertThat(result.failures()).isEmpty();
        assertThat(result.outputs()).isPositive().isLessThan(ParityResult.FLOAT32_BOUND);
    }
}
