package org.gatun.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Decodes the real photographs that lie beside the repository. */
class SampleImagesTest {
    @ParameterizedTest
    @ValueSource(strings = {"ade20k/images", "drin/images"})
    void photographsAreDecodedToPicturesWithContrast(String samples) throws IOException {
        Path directory = shared().resolve("samples").resolve(samples);
        assumeTrue(Files.isDirectory(directory), "no sample pictures at " + directory);

        ImageSplit split = ImageFolder.open(directory, 0).train();
        try (BatchSource source = BatchSource.open(split, ImageTransform.training(64), BatchOptions.evaluation(1))) {
            for (int i = 0; i < split.size(); i++) {
                float[] pixels = source.next().pixels().toArray(ValueLayout.JAVA_FLOAT);
                double mean = 0;
                double square = 0;
                for (float value : pixels) {
                    assertThat(value).isBetween(-1f, 1f);
                    mean += value / pixels.length;
                    square += value * (double) value / pixels.length;
                }
                assertThat(Math.sqrt(square - mean * mean))
                        .as("contrast of %s", split.images().get(i).file())
                        .isGreaterThan(0.05);
            }
            assertThat(source.unreadable().summary()).isEmpty();
            assertThat(source.position()).isEqualTo(new DataPosition(1, 0));
        }
    }

    /** The folder "shared": from the property {@code gatun.shared}, or beside this folder or one above it. */
    private static Path shared() {
        String property = System.getProperty("gatun.shared");
        if (property != null) {
            return Path.of(property);
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path candidate = folder.resolveSibling("shared");
            if (folder.getParent() != null && Files.isDirectory(candidate)) {
                return candidate;
            }
        }
        return Path.of("shared");
    }
}
