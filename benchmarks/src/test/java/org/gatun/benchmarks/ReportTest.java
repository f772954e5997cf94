package org.gatun.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

    @Test
    void readsEveryForkOfEveryFileUnderTheShortNames(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("1.json"), jmh("Mul4GradBenchmark.ffmCritical", "[[9, 5, 6]]", "[[32, 32, 32]]"));
        Files.writeString(folder.resolve("2.json"), jmh("Mul4GradBenchmark.ffmCritical", "[[7, 8]]", "[[32, 34]]"));
        Files.writeString(folder.resolve("2.log"), "no JSON");

        assertThat(JmhResults.read(folder))
                .containsExactly(
                        new Fork("mul4-grad", "ffm-critical", 6, 32), new Fork("mul4-grad", "ffm-critical", 7.5, 33));
    }

    @Test
    void comparesTheMediansOfTheForksWithTheFloorsAndPutsTheFloorFirst() {
        List<Row> rows = Row.of(List.of(
                new Fork("mul4", "ffm", 90, 32),
                new Fork("mul4", "floor", 10, 0),
                new Fork("mul4", "ffm", 12, 32),
                new Fork("mul4", "floor", 30, 0),
                new Fork("mul4", "floor", 8, 0),
                new Fork("mul4", "ffm", 11, 32)));

        assertThat(rows)
                .containsExactly(
                        new Row("mul4", "floor", 10, 8, 30, 0, 1.0, 3), new Row("mul4", "ffm", 12, 11, 90, 32, 1.2, 3));
    }

    @Test
    void refusesACaseWithoutAFloor() {
        assertThatThrownBy(() -> Row.of(List.of(new Fork("mul4", "ffm", 10, 0))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the case mul4 has no floor");
    }

    @Test
    void namesTheMachineAboveTheTable() {
        Machine machine = new Machine("A CPU", 2, "Linux 6, amd64", "JDK 25", "2.7.1", 2);
        Row row = new Row("mul4", "ffm", 12, 11, 90, 32, 1.2, 3);

        assertThat(Report.markdown(List.of(row), machine, LocalDate.of(2026, 2, 3)))
                .contains("- CPU: A CPU, 2 cores\n", "- libtorch: 2.7.1, 2 threads\n", "- Date: 2026-02-03\n")
                .endsWith("|---:|\n| mul4 | ffm | 12.0 | 11.0 to 90.0 | 1.20 | 32 | 3 |\n");
    }

    private static String jmh(String benchmark, String times, String bytes) {
        return """
                [{"benchmark": "org.gatun.benchmarks.%s", "primaryMetric": {"rawData": %s},
                  "secondaryMetrics": {"gc.alloc.rate.norm": {"rawData": %s}}}]
                """.formatted(benchmark, times, bytes);
    }
}
