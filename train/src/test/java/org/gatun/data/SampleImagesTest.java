package org.gatun.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import org.gatun.SharedFolder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Decodes the real photographs that lie beside the repository. */
class SampleImagesTest {
    @ParameterizedTest
    @ValueSource(strings = {"ade20k/images", "drin/images"})
    void photographsAreDecodedToPicturesWithContrast(String samples) throws IOException {
        Path directory = SharedFolder.find("samples/" + samples);

        ImageSplit split = ImageDataset.open(directory, 0).train();
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
}
