package org.gatun.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code Bench FOLDER FORKS [CASE]}: measures a case, or all, on every system, and prints lines
 * {@code case system ns_per_op ratio_to_floor}. Within a case the systems take turns, fork by fork, so that what else the machine does
 * falls on all alike. What lies in FOLDER already is not measured again: a run that was stopped continues.
 */
public final class Bench {

    private static final Path MODULE = Path.of("benchmarks");

    private final Path folder;
    private final int forks;
    private final List<MeasuredSystem> systems;

    private Bench(Path folder, int forks, List<MeasuredSystem> systems) {
        this.folder = folder;
        this.forks = forks;
        this.systems = systems;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Path.of(args[0]);
        List<Case> cases = Case.ALL;
        if (args.length > 2) {
            try {
                cases = List.of(Case.named(args[2]));
            } catch (IllegalArgumentException e) {
                System.err.println("gatun: " + e.getMessage());
                System.exit(2);
            }
        }
        Files.createDirectories(folder);
        List<MeasuredSystem> systems = systems(folder);
        Bench bench = new Bench(folder, Integer.parseInt(args[1]), systems);
        List<Row> rows = new ArrayList<>();
        for (Case each : cases) {
            if (!bench.measure(each)) {
                System.exit(1);
            }
            List<Row> own = Row.of(JmhResults.read(bench.folder(each)));
            System.out.print(Report.lines(own));
            rows.addAll(own);
        }
        if (cases.size() > 1) {
            Files.writeString(
                    MODULE.resolve("RESULTS.md"), Report.markdown(rows, systems, Machine.current(), LocalDate.now()));
            Chart.write(rows, MODULE.resolve("results.png"));
        }
    }

    private static List<MeasuredSystem> systems(Path folder) throws IOException, InterruptedException {
        String ours = System.getProperty("java.class.path");
        String versions = "libtorch " + System.getProperty("gatun.benchmarks.libtorch");
        List<MeasuredSystem> systems = new ArrayList<>();
        systems.add(new JmhSystem("floor", versions, ours));
        systems.add(new JmhSystem("ffm", versions, ours));
        systems.add(new JmhSystem("ffm-critical", versions, ours));
        systems.add(new JmhSystem("jni", versions, ours));
        for (String other : List.of("javacpp", "djl")) {
            JmhSystem system = onClassPath(other);
            Path log = folder.resolve(other + "-unpack.log");
            if (Files.notExists(log)) {
                system.unpack(log);
            }
            systems.add(system);
        }
        PythonSystem.find(System.getProperty("gatun.benchmarks.python"), MODULE.resolve("src/main/python/cpython.py"))
                .ifPresent(systems::add);
        return systems;
    }

    /** A system with libraries of its own: our classes, but not our libtorch, and those libraries. */
    private static JmhSystem onClassPath(String name) throws IOException {
        String libraries = Files.readString(MODULE.resolve("target/" + name + ".classpath"))
                .strip();
        return new JmhSystem(
                name, versions(libraries), MODULE.resolve("target/classes").toAbsolutePath() + ":" + libraries);
    }

    /** The jars on a class path that hold libtorch or bind it: {@code pytorch-2.10.0-1.5.13}. */
    private static String versions(String classPath) {
        return String.join(
                ", ",
                List.of(classPath.split(":")).stream()
                        .map(jar -> Path.of(jar).getFileName().toString().replace(".jar", ""))
                        .filter(jar -> jar.matches("(pytorch|openblas).*") && !jar.matches(".*-x86_64.*"))
                        .toList());
    }

    /** Where the results of a case go. */
    private Path folder(Case measured) {
        return folder.resolve(measured.name());
    }

    private boolean measure(Case measured) throws IOException, InterruptedException {
        Files.createDirectories(folder(measured));
        System.err.println(measured.name() + "...");
        for (int fork = 1; fork <= forks; fork++) {
            for (MeasuredSystem system : systems) {
                if (system.has(measured) && !measure(system, measured, fork + "-" + system.name())) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean measure(MeasuredSystem system, Case measured, String name)
            throws IOException, InterruptedException {
        Path result = folder(measured).resolve(name + ".json");
        if (Files.exists(result)) {
            return true;
        }
        Path partial = folder(measured).resolve(name + ".partial");
        Path log = folder(measured).resolve(name + ".log");
        if (!system.measure(measured, partial, log)) {
            System.err.println("gatun: the benchmark of " + system.name() + " failed; its log is " + log);
            return false;
        }
        Files.move(partial, result, StandardCopyOption.ATOMIC_MOVE);
        return true;
    }
}
