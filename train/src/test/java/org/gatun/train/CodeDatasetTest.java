package org.gatun.train;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import javax.imageio.ImageIO;
import org.gatun.data.BatchOptions;
import org.gatun.data.BatchSource;
import org.gatun.data.ImageDataset;
import org.gatun.data.ImageTransform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CodeDatasetTest {

    @Test
    void encodingEndsWhenItIsInterrupted(@TempDir Path folder) throws IOException {
        ImageIO.write(
                new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB),
                "png",
                folder.resolve("a.png").toFile());
        try (BatchSource source = BatchSource.open(
                ImageDataset.open(folder, 0).train(), ImageTransform.evaluation(8), BatchOptions.evaluation(1))) {
            assertThatThrownBy(() -> CodeDataset.encode(null, source, Views.ONE, 16, () -> true))
                    .isInstanceOf(CancellationException.class);
        }
    }
}
