package org.gatun.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.options.Options;

class ReportTest {

    @Test
    void readsEveryForkOfEveryFileUnderTheShortNames(@TempDir Path folder) throws IOException {
        String bytes = ", \"secondaryMetrics\": {\"gc.alloc.rate.norm\": {\"rawData\": %s}}";
        Files.writeString(
                folder.resolve("1.json"),
                jmh("ffm.critical.Calls.mul4Grad", "[[9, 5, 6]]", bytes.formatted("[[32, 32, 32]]")));
        Files.writeString(
                folder.resolve("2.json"),
                jmh("ffm.critical.Calls.mul4Grad", "[[7, 8]]", bytes.formatted("[[32, 34]]")));
        Files.writeString(
                folder.resolve("3.json"), jmh("djl.Copies.copy", "[[3]]", ", \"params\": {\"size\": \"4kib\"}"));
        Files.writeString(folder.resolve("2.log"), "no JSON");

        assertThat(JmhResults.read(folder))
                .containsExactly(
                        new Fork("mul4-grad", "ffm-critical", 6, 32),
                        new Fork("mul4-grad", "ffm-critical", 7.5, 33),
                        new Fork("copy-4kib", "djl", 3, Double.NaN));
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
    void namesTheMachineAndTheSystemsAboveTheTables() {
        Machine machine = new Machine("A CPU", 2, "Linux 6, amd64", "JDK 25", 2, 1.04);
        MeasuredSystem system = new JmhSystem("ffm", "libtorch 2.10.0", "", Set.of());
        Row floor = new Row("mul4", "floor", 10, 9, 11, 0, 1.0, 3);
        Row ffm = new Row("mul4", "ffm", 12, 11, 90, 32, 1.2, 3);

        assertThat(Report.markdown(List.of(floor, ffm), List.of(system), machine, LocalDate.of(2026, 2, 3)))
                .contains(
                        "- CPU: A CPU, 2 cores\n",
                        "- Load average at the end: 1.0\n",
                        "- Date: 2026-02-03\n",
                        "- ffm: libtorch 2.10.0\n")
                .contains("| 10.0 ns (1.00) | 12.0 ns (1.20) |  |")
                .endsWith("| mul4 | ffm | 12.0 | 11.0 to 90.0 | 1.20 | 32 | 3 |\n");
    }

    @Test
    void givesTimesThreeDigitsAndTheUnitThatFits() {
        assertThat(List.of(1.234, 99.96, 1499.0, 34_500.0, 1.2e9))
                .map(Report::time)
                .containsExactly("1.23 ns", "100 ns", "1.50 µs", "34.5 µs", "1.20 s");
    }

    @Test
    void everyBenchmarkMeasuresACase() {
        Set<String> methods = Case.ALL.stream().map(Case::method).collect(Collectors.toSet());

        for (String system : List.of("floor", "ffm", "ffm-critical", "jni")) {
            assertThat(new JmhSystem(system, "", "").benchmarks())
                    .isNotEmpty()
                    .allSatisfy(benchmark ->
                            assertThat(methods).contains(benchmark.substring(benchmark.lastIndexOf('.') + 1)));
        }
    }

    @Test
    void everyCaseHasAFloorAndAnFfm() {
        MeasuredSystem floor = new JmhSystem("floor", "", "");
        MeasuredSystem ffm = new JmhSystem("ffm", "", "");

        assertThat(Case.ALL).allMatch(floor::has).allMatch(ffm::has);
    }

    @Test
    void asksJmhForTheMethodAndTheSizeOfACase() {
        Options options =
                new JmhSystem("ffm", "", "cp").options(Case.named("copy-4kib"), Path.of("r.json"), Path.of("r.log"));

        assertThat(options.getIncludes()).containsExactly("^\\Qorg.gatun.benchmarks.ffm.Copies.copy\\E$");
        assertThat(options.getParameter("size").get()).containsExactly("4kib");
        assertThat(options.getBenchModes()).containsExactly(Mode.AverageTime);
    }

    @Test
    void namesTheCasesWhenAskedForAnother() {
        assertThatThrownBy(() -> Case.named("mul5"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("there is no case mul5; the cases are: empty getter mul4 ");
    }

    private static String jmh(String benchmark, String times, String more) {
        return """
                [{"benchmark": "org.gatun.benchmarks.%s", "primaryMetric": {"rawData": %s}%s}]
                """.formatted(benchmark, times, more);
    }
}
