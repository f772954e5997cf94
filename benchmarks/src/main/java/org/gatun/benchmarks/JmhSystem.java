package org.gatun.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * A system in Java: the benchmarks of the package of its name, on its own class path. JMH runs each in a JVM of its own.
 *
 * @param benchmarks the full names of all benchmark methods
 */
record JmhSystem(String name, String version, String classPath, Set<String> benchmarks) implements MeasuredSystem {

    private static final String PACKAGE = "org.gatun.benchmarks.";
    private static final String CLASS_PATH = "java.class.path";
    private static final List<String> JVM_OPTIONS = List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:+UseSerialGC",
            "-Dgatun.benchmarks.shim=" + System.getProperty("gatun.benchmarks.shim"));

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

    private static boolean isNamed(String benchmark, Case measured) {
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
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM_OPTIONS);
        command.addAll(List.of("-XX:ErrorFile=" + log, "-cp", classPath, PACKAGE + name + ".FirstOperator"));
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
    }

    @Override
    public boolean measure(Case measured, Path result, Path log) {
        String own = System.getProperty(CLASS_PATH);
        System.setProperty(CLASS_PATH, classPath); // which JMH hands to the JVM that it starts
        try {
            new Runner(options(measured, result, log)).run();
            return true;
        } catch (RunnerException e) {
            return false;
        } finally {
            System.setProperty(CLASS_PATH, own);
        }
    }

    /** One fork: the caller sees to the others. */
    Options options(Case measured, Path result, Path log) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .jvmArgs(JVM_OPTIONS.toArray(String[]::new))
                .forks(1)
                .measurementIterations(measured.once() ? 1 : Effort.ITERATIONS)
                .measurementTime(TimeValue.milliseconds(Effort.ITERATION_MILLIS))
                .warmupIterations(measured.once() ? 0 : Effort.WARMUPS)
                .warmupTime(TimeValue.milliseconds(measured.warmupMillis() / Effort.WARMUPS))
                .mode(measured.once() ? Mode.SingleShotTime : Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .shouldFailOnError(true)
                .resultFormat(ResultFormatType.JSON)
                .result(result.toString())
                .output(log.toString());
        benchmarks.stream()
                .filter(benchmark -> isNamed(benchmark, measured))
                .forEach(benchmark -> options.include("^\\Q" + benchmark + "\\E$"));
        if (measured.size() != null) {
            options.param("size", measured.size());
        }
        if (!measured.once()) {
            options.addProfiler(GCProfiler.class);
        }
        return options.build();
    }
}
