package org.gatun.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** CPython's torch: {@code cpython.py} measures what it has a function for. */
record PythonSystem(String python, Path script, String version, Set<String> cases) implements MeasuredSystem {

    /** Empty where there is no {@code python}, or none that has torch. */
    static Optional<MeasuredSystem> find(String python, Path script) throws IOException {
        Process process;
        try {
            process = new ProcessBuilder(python, script.toString(), "--list")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            return Optional.empty();
        }
        List<String> lines;
        try (var reader = process.inputReader()) {
            lines = reader.lines().toList();
        }
        // The first line tells the versions, the others name the cases.
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new PythonSystem(python, script, lines.getFirst(), Set.copyOf(lines.subList(1, lines.size()))));
    }

    @Override
    public String name() {
        return "cpython";
    }

    @Override
    public boolean has(Case measured) {
        return cases.contains(measured.name());
    }

    @Override
    public boolean measure(Case measured, Path result, Path log) throws IOException, InterruptedException {
        List<String> command = List.of(
                python,
                script.toString(),
                "--warmup-ms",
                Integer.toString(measured.warmupMillis()),
                "--iterations",
                Integer.toString(Effort.ITERATIONS),
                "--ms",
                Integer.toString(Effort.ITERATION_MILLIS),
                "--result",
                result.toString(),
                measured.name());
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start()
                        .waitFor()
                == 0;
    }
}
