package org.gatun.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EveryOperatorIsTestedTest {

    private static final String ROW = "row ";

    static Stream<OperatorRow> rows() {
        return Stream.of(
                        CreationOperatorsTest.rows(),
                        IndexingSlicingJoiningOperatorsTest.rows(),
                        RandomSamplingOperatorsTest.rows(),
                        PointwiseOperatorsTest.rows(),
                        ReductionOperatorsTest.rows(),
                        ComparisonOperatorsTest.rows(),
                        BlasLapackOperatorsTest.rows(),
                        NeuralNetworkOperatorsTest.rows(),
                        LossOperatorsTest.rows(),
                        ForeachOperatorsTest.rows(),
                        OptimizerOperatorsTest.rows(),
                        AutogradOperatorsTest.rows())
                .flatMap(rows -> rows);
    }

    @Test
    void everyLineOfOpsTxtHasARow() throws IOException {
        List<String> listed = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("src/main/ops/ops.txt"))) {
            if (!line.startsWith("#") && line.contains("(")) {
                listed.add(line.substring(0, line.indexOf('(')));
            }
        }
        assertThat(rows().map(OperatorRow::operator).distinct().toList()).containsExactlyInAnyOrderElementsOf(listed);
    }

    /** A row that called another overload than it says would leave its own untested: jextract's trace tells. */
    @Test
    void everyRowCallsTheFunctionThatItNames() throws IOException, InterruptedException {
        ChildJvm.Result child = new ChildJvm(RunsAllRows.class)
                .option("-Djextract.trace.downcalls=true")
                .run();
        assertThat(child.exitStatus()).as(child.output()).isZero();

        String[] traces = child.output().split("(?m)^" + ROW);
        assertThat(traces).hasSize(1 + (int) rows().count());
        for (int i = 1; i < traces.length; i++) {
            String operator = traces[i].lines().findFirst().orElseThrow();
            assertThat(traces[i]).containsPattern("(?m)^" + Pattern.quote("gatun_" + operator.replace('.', '_') + "("));
        }
    }

    /** The child's program. */
    static final class RunsAllRows {
        public static void main(String[] args) {
            rows().forEach(row -> {
                System.out.println(ROW + row.operator());
                try (var _ = TensorScope.open()) {
                    row.run();
                }
            });
        }
    }
}
