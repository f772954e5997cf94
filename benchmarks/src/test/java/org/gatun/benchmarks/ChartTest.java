package org.gatun.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartTest {

    @Test
    void drawsSystemsAndLeavesOutOneThatLacksACase(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("chart.png");
        List<Row> rows = new ArrayList<>();
        for (String each : Chart.CASES) {
            rows.add(new Row(each, "floor", 10, 9, 11, 0, 1.0, 3));
            rows.add(new Row(each, "ffm", 12, 11, 13, 32, 1.2, 3));
        }
        rows.add(new Row("mul4", "djl", 20, 18, 22, 32, 2.0, 3));

        Chart.write(rows, file);

        assertThat(ImageIO.read(file.toFile()).getWidth()).isEqualTo(1200);
    }
}
