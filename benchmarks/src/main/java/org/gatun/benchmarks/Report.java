package org.gatun.benchmarks;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The results as lines {@code case system ns_per_op ratio_to_floor}, and as tables in Markdown. */
final class Report {

    private Report() {}

    static String lines(List<Row> rows) {
        StringBuilder text = new StringBuilder();
        for (Row row : rows) {
            text.append(format(
                    "%-12s %-13s %12.1f %6.2f%n", row.caseName(), row.system(), row.nanoseconds(), row.ratioToFloor()));
        }
        return text.toString();
    }

    static String markdown(List<Row> rows, List<MeasuredSystem> systems, Machine machine, LocalDate date) {
        StringBuilder text = new StringBuilder(format(
                """
                # What a call costs

                Written by `make bench` from what it measured; do not edit. What the figures say is in
                [docs/overhead.md](../docs/overhead.md).

                - CPU: %s, %d cores
                - System: %s
                - JDK: %s
                - Threads of libtorch: %d
                - Load average at the end: %.1f
                - Date: %s
                """,
                machine.cpu(), machine.cores(), machine.os(), machine.jdk(), machine.threads(), machine.load(), date));
        for (MeasuredSystem system : systems) {
            text.append(format("- %s: %s%n", system.name(), system.version()));
        }
        text.append("\n![ratio to the floor](results.png)\n\n## Times, and their ratios to the floor\n\n");
        summary(rows, text);
        text.append("""

                ## Every figure

                Each is the median of the forks, each fork a process of its own, the systems in turn; a fork's is the median of its
                iterations. Bytes are those that one operation allocates on the Java heap.

                | case | system | ns | fastest to slowest fork | ratio to floor | bytes | forks |
                |---|---|---:|---:|---:|---:|---:|
                """);
        for (Row row : rows) {
            text.append(format(
                    "| %s | %s | %.1f | %.1f to %.1f | %.2f | %s | %d |%n",
                    row.caseName(),
                    row.system(),
                    row.nanoseconds(),
                    row.fastest(),
                    row.slowest(),
                    row.ratioToFloor(),
                    Double.isNaN(row.bytes()) ? "" : format("%.0f", row.bytes()),
                    row.forks()));
        }
        return text.toString();
    }

    /** A line a case, a column a system. */
    private static void summary(List<Row> rows, StringBuilder text) {
        text.append("| case | what | ")
                .append(String.join(" | ", MeasuredSystem.NAMES))
                .append(" |\n|---|---|")
                .repeat("---:|", MeasuredSystem.NAMES.size())
                .append('\n');
        for (Case each : Case.ALL) {
            List<Row> own = rows.stream()
                    .filter(row -> row.caseName().equals(each.name()))
                    .toList();
            if (own.isEmpty()) {
                continue;
            }
            String cells = MeasuredSystem.NAMES.stream()
                    .map(system -> own.stream()
                            .filter(row -> row.system().equals(system))
                            .findFirst()
                            .map(row -> time(row.nanoseconds()) + format(" (%.2f)", row.ratioToFloor()))
                            .orElse(""))
                    .collect(Collectors.joining(" | "));
            text.append(format("| %s | %s | %s |%n", each.name(), each.description(), cells));
        }
    }

    /** With three digits, in the unit that fits. */
    static String time(double nanoseconds) {
        String[] units = {"ns", "µs", "ms", "s"};
        int unit = 0;
        double value = nanoseconds;
        while (value >= 999.5 && unit < units.length - 1) {
            value /= 1000;
            unit++;
        }
        int decimals = value >= 99.5 ? 0 : value >= 9.95 ? 1 : 2;
        return format("%." + decimals + "f %s", value, units[unit]);
    }

    private static String format(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
