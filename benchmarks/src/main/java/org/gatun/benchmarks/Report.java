package org.gatun.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * {@code Report FOLDER}: prints what JMH wrote into FOLDER, a line {@code case system ns_per_op ratio_to_floor} for each case and
 * system. {@code Report FOLDER FILE}: writes it into FILE as well, as a Markdown table.
 */
public final class Report {

    private Report() {}

    public static void main(String[] args) throws IOException {
        List<Row> rows = Row.of(JmhResults.read(Path.of(args[0])));
        for (Row row : rows) {
            System.out.println(format(
                    "%-12s %-13s %9.1f %6.2f", row.caseName(), row.system(), row.nanoseconds(), row.ratioToFloor()));
        }
        if (args.length > 1) {
            Files.writeString(Path.of(args[1]), markdown(rows, Machine.current(), LocalDate.now()));
        }
    }

    static String markdown(List<Row> rows, Machine machine, LocalDate date) {
        StringBuilder text = new StringBuilder(format(
                """
                # What a call costs

                Written by `make bench` from JMH's result files; do not edit.

                - CPU: %s, %d cores
                - System: %s
                - JDK: %s
                - libtorch: %s, %d threads
                - Date: %s

                The *floor* is a C++ loop over the same C functions, in the same process. Nanoseconds and bytes (of the Java heap)
                are those of one operation: medians of the forks, each a JVM of its own, the systems in turn.

                | case | system | ns | fastest to slowest fork | ratio to floor | bytes | forks |
                |---|---|---:|---:|---:|---:|---:|
                """,
                machine.cpu(),
                machine.cores(),
                machine.os(),
                machine.jdk(),
                machine.libtorch(),
                machine.threads(),
                date));
        for (Row row : rows) {
            text.append(format(
                    "| %s | %s | %.1f | %.1f to %.1f | %.2f | %.0f | %d |%n",
                    row.caseName(),
                    row.system(),
                    row.nanoseconds(),
                    row.fastest(),
                    row.slowest(),
                    row.ratioToFloor(),
                    row.bytes(),
                    row.forks()));
        }
        return text.toString();
    }

    private static String format(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
