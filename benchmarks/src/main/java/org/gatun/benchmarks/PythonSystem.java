package org.gatun.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** CPython's torch: {@code cpython.py} measures what it has a function for. */
record PythonSystem(String python, Path script, String version, Set<String> cases) implements MeasuredSystem {

    /** Empty where {@code python} has no torch. */
    static Optional<MeasuredSystem> find(String python, Path script) throws IOException {
        Process process = new ProcessBuilder(python, script.toString(), "--list")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
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
    public List<String> command(List<Case> cases, Effort effort, Path result) {
        List<String> command = new ArrayList<>(List.of(
                python,
                script.toString(),
                "--warmup-ms",
                Integer.toString(effort.warmupMillisInAll()),
                "--iterations",
                Integer.toString(Effort.ITERATIONS),
                "--ms",
                Integer.toString(effort.millis()),
                "--result",
                result.toString()));
        cases.forEach(each -> command.add(each.name()));
        return command;
    }
}
