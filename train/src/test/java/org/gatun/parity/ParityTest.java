package org.gatun.parity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.Map;
import org.gatun.SharedFolder;
import org.gatun.torch.Device;
import org.junit.jupiter.api.Test;
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

    @Test
    void aCaseThatCannotBeComputedFailsAndSaysWhy() throws JsonProcessingException {
        JsonNode description = new JsonMapper().readTree("""
                        {"config": {"vocab_size": 4, "block_size": 4, "n_layer": 1, "n_head": 1, "n_embd": 4}}
                        """);
        Fixture fixture = new Fixture(Path.of("broken.safetensors"), "gpt", description, Map.of(), Device.CPU);

        ParityResult result = ParityRunner.run(fixture).orElseThrow();

        assertThat(result.pass()).isFalse();
        assertThat(result.failures()).singleElement().asString().contains("tok_emb.weight");
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
