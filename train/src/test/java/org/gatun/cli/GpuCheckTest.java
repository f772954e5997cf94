package org.gatun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gatun.torch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The check of a GPU, on a CPU: what it compares and how it writes it down. */
final class GpuCheckTest {

    @Test
    void writesItsChecksAndTimesAsTables(@TempDir Path folder) throws IOException {
        Path table = folder.resolve("benchmarks/GPU.md");
        long before = Tensor.liveCount();
        Invocation.of(
                        "gpu-check",
                        "--device",
                        "cpu",
                        "--case",
                        "sample-8l-b1",
                        "--binding-tests",
                        "7 passed, 0 failed, 1 left out",
                        "--out",
                        table)
                .succeeds();
        assertThat(Tensor.liveCount()).as("tensors left behind").isEqualTo(before);
        List<String> lines = Files.readAllLines(table);
        assertThat(lines).contains("| tests of the bindings | 7 passed, 0 failed, 1 left out |");
        assertThat(lines.stream().filter(line -> line.startsWith("| graphs: ")))
                .hasSize(3)
                .allMatch(line -> line.contains("largest difference 0.0e+00"));
        assertThat(lines.getLast())
                .matches(
                        "\\| sample-8l-b1 \\| Gatun fp32 \\| \\d+\\.\\d \\| .* tokens/s \\| - \\| \\d+% of bandwidth \\|");
    }

    @Test
    void aDeviceThatIsNotThereIsAnError(@TempDir Path folder) {
        Path table = folder.resolve("GPU.md");
        Invocation.of("gpu-check", "--device", "cuda:99", "--out", table).failsWithOneLine("cuda:99");
        assertThat(table).doesNotExist();
    }
}
