package org.gatun.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartTest {

    /** The floor, to which the others are compared, and Gatun. */
    private static List<Row> complete() {
        List<Row> rows = new ArrayList<>();
        for (String each : Chart.CASES) {
            rows.add(new Row(each, "floor", 10, 9, 11, 0, 1.0, 3));
            rows.add(new Row(each, "ffm", 12, 11, 13, 32, 1.2, 3));
        }
        return rows;
    }

    @Test
    void drawsASystemThatHasAllCasesAndLeavesOutOneThatLacksSome(@TempDir Path folder) throws IOException {
        List<Row> lacking = complete();
        lacking.add(new Row("mul4", "djl", 20, 18, 22, 32, 2.0, 3));
        List<Row> both = complete();
        Chart.CASES.forEach(each -> both.add(new Row(each, "djl", 20, 18, 22, 32, 2.0, 3)));

        int[] one = pixels(complete(), folder);

        assertThat(pixels(lacking, folder)).isEqualTo(one);
        assertThat(pixels(both, folder)).isNotEqualTo(one);
    }

    private static int[] pixels(List<Row> rows, Path folder) throws IOException {
        Path file = folder.resolve("chart.png");
        Chart.write(rows, file);
        BufferedImage image = ImageIO.read(file.toFile());
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
