package org.gatun.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One case on one system, over all forks.
 *
 * @param nanoseconds an operation, the median of the forks
 * @param fastest the fastest fork's
 * @param slowest the slowest fork's
 * @param bytes allocated on the Java heap, an operation; NaN where that was not measured
 * @param ratioToFloor of the medians
 */
record Row(
        String caseName,
        String system,
        double nanoseconds,
        double fastest,
        double slowest,
        double bytes,
        double ratioToFloor,
        int forks) {

    private static final String FLOOR = "floor";

    /**
     * The rows of all cases, in the order of {@link Case#ALL} and {@link MeasuredSystem#NAMES}.
     *
     * @throws IllegalArgumentException if a case has no floor
     */
    static List<Row> of(List<Fork> forks) {
        List<Row> rows = new ArrayList<>();
        for (Case each : Case.ALL) {
            Map<String, List<Fork>> systems = forks.stream()
                    .filter(fork -> fork.caseName().equals(each.name()))
                    .collect(Collectors.groupingBy(Fork::system));
            if (systems.isEmpty()) {
                continue;
            }
            if (!systems.containsKey(FLOOR)) {
                throw new IllegalArgumentException("the case " + each.name() + " has no floor");
            }
            double base = median(systems.get(FLOOR));
            for (String system : MeasuredSystem.NAMES) {
                if (systems.containsKey(system)) {
                    rows.add(of(each.name(), system, systems.get(system), base));
                }
            }
        }
        return rows;
    }

    private static Row of(String caseName, String system, List<Fork> forks, double floor) {
        double median = median(forks);
        return new Row(
                caseName,
                system,
                median,
                forks.stream().mapToDouble(Fork::nanoseconds).min().orElseThrow(),
                forks.stream().mapToDouble(Fork::nanoseconds).max().orElseThrow(),
                Median.of(forks.stream().mapToDouble(Fork::bytes)),
                median / floor,
                forks.size());
    }

    private static double median(List<Fork> forks) {
        return Median.of(forks.stream().mapToDouble(Fork::nanoseconds));
    }
}
