package org.gatun.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
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
        Path file = sharedFolder().resolve("parity").resolve(name + ".safetensors");
        assumeTrue(Files.exists(file), () -> "skipped: no fixture " + file + " (set -Dgatun.shared)");

        ParityResult result = ParityRunner.run(Fixture.read(file)).orElseThrow();

        assertThat(result.failures()).isEmpty();
        assertThat(result.unequalIndices()).isZero();
        assertThat(result.outputs()).isLessThan(ParityResult.BOUND);
        assertThat(result.gradients()).isLessThan(ParityResult.BOUND);
        assertThat(result.losses()).isLessThan(ParityResult.TRAINING_BOUND);
    }

    private static Path sharedFolder() {
        String configured = System.getProperty("gatun.shared");
        if (configured != null) {
            return Path.of(configured);
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("shared").resolve("parity"))) {
                return folder.resolve("shared");
            }
        }
        return Path.of("..", "shared");
    }
}
