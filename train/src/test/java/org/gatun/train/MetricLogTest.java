package org.gatun.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.gatun.plot.Curve;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MetricLogTest {

    @TempDir
    private Path folder;

    @Test
    void writesEveryNumberAtOnceInPlaceOfAnOlderRuns() throws IOException {
        Path file = Files.writeString(folder.resolve("metrics.csv"), "an older run's\n".repeat(10));
        try (MetricLog log = new MetricLog(file, 0)) {
            log.add(0, "loss", 1.5);
            log.addAll(10, Map.of("loss", 0.25));
            log.add(10, "val_loss", Double.NaN);
            assertThat(file).hasContent("step,name,value\n0,loss,1.5\n10,loss,0.25\n10,val_loss,NaN\n");
        }
    }

    @Test
    void keepsCurvesOfWhatWasMeasured() {
        try (MetricLog log = new MetricLog(folder.resolve("metrics.csv"), 0)) {
            for (int step = 0; step < 1000; step++) {
                log.add(step, "loss", 1000 - step);
            }
            assertThat(log.curves("loss", "never")).singleElement().satisfies(curve -> {
                assertThat(curve).extracting(Curve::name).isEqualTo("loss");
                assertThat(curve.steps()).hasSize(1000).endsWith(999.0);
                assertThat(curve.values()).hasSize(1000).startsWith(1000.0).endsWith(1.0);
            });
            assertThat(log.last("loss")).isEqualTo(1);
            assertThat(log.last("never")).isNaN();
        }
    }

    @Test
    void namesTheFileThatCannotBeWritten() {
        Path file = folder.resolve("missing/metrics.csv");
        assertThatThrownBy(() -> new MetricLog(file, 0).close())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(file.toString());
    }
}
