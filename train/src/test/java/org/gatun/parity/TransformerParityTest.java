package org.gatun.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransformerParityTest {

    @ParameterizedTest
    @ValueSource(strings = {"gpt", "gpt-unmasked"})
    void gptAgreesWithTheReference(String name) {
        ParityResult result = new GptParity().run(fixture(name));

        assertThat(result.failures()).isEmpty();
        assertThat(result.outputs()).isPositive().isLessThan(1e-9);
        assertThat(result.gradients()).isPositive().isLessThan(1e-6);
        assertThat(result.pass()).isTrue();
    }

    @Test
    void slidingWindowDrawsTheIndicesOfTheReference() {
        ParityResult result = new SlidingWindowParity().run(fixture("sliding-window"));

        assertThat(result.failures()).isEmpty();
        assertThat(result.unequalIndices()).isZero();
    }

    @Test
    void permutersAndCoordinatesAgreeWithTheReference() {
        ParityResult result = new PermutersParity().run(fixture("permuters"));

        assertThat(result.failures()).isEmpty();
        assertThat(result.unequalIndices()).isZero();
    }

    private static Fixture fixture(String name) {
        Path file = sharedFolder().resolve("parity").resolve(name + ".safetensors");
        assumeTrue(Files.exists(file), () -> "skipped: no fixture " + file + " (set -Dgatun.shared)");
        return Fixture.read(file);
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
