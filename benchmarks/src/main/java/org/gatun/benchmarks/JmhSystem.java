package org.gatun.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * A system in Java: the benchmarks of the package of its name, on its own class path. JMH runs each in a JVM of its own.
 *
 * @param benchmarks the full names of all benchmark methods
 */
record JmhSystem(String name, String version, String classPath, Set<String> benchmarks) implements MeasuredSystem {

    private static final String PACKAGE = "org.gatun.benchmarks.";

    JmhSystem(String name, String version, String classPath) {
        this(name, version, classPath, benchmarks(PACKAGE + name.replace('-', '.') + "."));
    }

    /** The benchmarks in a package, by the list that JMH's annotation processor writes. */
    private static Set<String> benchmarks(String prefix) {
        return BenchmarkList.defaultList()
                .getAll(OutputFormatFactory.createFormatInstance(System.err, VerboseMode.SILENT), List.of())
                .stream()
                .map(BenchmarkListEntry::getUsername)
                .filter(method -> method.matches("\\Q" + prefix + "\\E[A-Z]\\w*\\.\\w+"))
                .collect(Collectors.toSet());
    }

    private boolean isNamed(String benchmark, Case measured) {
        return benchmark.endsWith("." + measured.method());
    }

    @Override
    public boolean has(Case measured) {
        return benchmarks.stream().anyMatch(benchmark -> isNamed(benchmark, measured));
    }

    /**
     * Runs the system's smallest program, as the first run of a system may do more than later ones: JavaCPP unpacks its libraries,
     * and (1.5.13) crashes when it loads them in that same process.
     */
    void unpack(Path log) throws IOException, InterruptedException {
        List<String> command = java();
        command.add("-XX:ErrorFile=" + log);
        command.add(PACKAGE + name + ".FirstOperator");
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
    }

    /** A JVM on its class path, up to the class that is run. */
    private List<String> java() {
        return new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseSerialGC",
                "-Dgatun.benchmarks.shim=" + System.getProperty("gatun.benchmarks.shim"),
                "-cp",
                classPath));
    }

    @Override
    public List<String> command(List<Case> cases, Effort effort, Path result) {
        List<String> command = java();
        command.add("org.openjdk.jmh.Main");
        benchmarks.stream()
                .filter(benchmark -> cases.stream().anyMatch(measured -> isNamed(benchmark, measured)))
                .map(benchmark -> "^\\Q" + benchmark + "\\E$")
                .forEach(command::add);
        String sizes = cases.stream()
                .map(Case::size)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(","));
        if (!sizes.isEmpty()) {
            command.addAll(List.of("-p", "size=" + sizes));
        }
        if (cases.getFirst().once()) {
            command.addAll(List.of("-bm", "ss", "-wi", "0", "-i", "1"));
        } else {
            command.addAll(List.of("-bm", "avgt", "-prof", "gc"));
            command.addAll(effort.options());
        }
        command.addAll(List.of("-f", "1", "-tu", "ns", "-foe", "true", "-rf", "json", "-rff", result.toString()));
        return command;
    }
}
