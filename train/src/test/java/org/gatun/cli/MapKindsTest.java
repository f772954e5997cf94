package org.gatun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** First stages of what is not a picture for the eye, through the command line. */
final class MapKindsTest {

    private static final int LABELS = 5;

    @TempDir
    private Path folder;

    @Test
    void aFirstStageOfSegmentationMapsIsTrainedAndUsed() throws IOException {
        Path maps = folder.resolve("maps");
        for (int i = 0; i < 8; i++) {
            save(map(i), maps.resolve(i + ".png"));
        }
        Path run = folder.resolve("run");

        Invocation.trainVqgan(maps, run, "--steps", 2, "--kind", "segmentation", "--labels", LABELS)
                .succeeds();

        assertThat(run.resolve("config.yaml"))
                .content()
                .contains("VQSegmentationModel", "in_channels: 5", "n_labels: 5", "image_key: segmentation");
        Invocation.reconstruct(run, maps, folder.resolve("sheet.png")).succeeds();
        assertThat(ImageIO.read(folder.resolve("sheet.png").toFile())).isNotNull();
    }

    @Test
    void aFirstStageOfDepthMapsIsTrainedAndUsed() throws IOException {
        Path maps = folder.resolve("maps");
        for (int i = 0; i < 8; i++) {
            save(map(i), maps.resolve(i + ".png"));
        }
        Path run = folder.resolve("run");

        Invocation.trainVqgan(maps, run, "--steps", 2, "--kind", "depth").succeeds();

        assertThat(run.resolve("config.yaml")).content().contains("in_channels: 1", "image_key: depth");
        Invocation.reconstruct(run, maps, folder.resolve("sheet.png")).succeeds();
    }

    @Test
    void segmentationNeedsTheNumberOfItsClasses() {
        Invocation.trainVqgan(folder, folder.resolve("run"), "--kind", "segmentation")
                .failsWithOneLine("--labels");
    }

    private static BufferedImage map(int number) {
        BufferedImage map = new BufferedImage(ShapeFolder.SIZE, ShapeFolder.SIZE, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < ShapeFolder.SIZE; y++) {
            for (int x = 0; x < ShapeFolder.SIZE; x++) {
                map.getRaster().setSample(x, y, 0, (x * (number + 1) / 8 + y / 4) % LABELS);
            }
        }
        return map;
    }

    private static void save(BufferedImage image, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
    }
}
