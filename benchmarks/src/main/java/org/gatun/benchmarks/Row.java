package org.gatun.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One case on one system, over all forks.
 *
 * @param nanoseconds an operation, the median of the forks
 * @param fastest the fastest fork's
 * @param slowest the slowest fork's
 * @param bytes allocated on the Java heap, an operation
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

    /** The rows of all cases, ordered by case; the floor is first and the other systems follow by name. */
    static List<Row> of(List<Fork> forks) {
        Map<String, Map<String, List<Fork>>> cases = new TreeMap<>();
        for (Fork fork : forks) {
            cases.computeIfAbsent(fork.caseName(), _ -> new TreeMap<>())
                    .computeIfAbsent(fork.system(), _ -> new ArrayList<>())
                    .add(fork);
        }
        List<Row> rows = new ArrayList<>();
        cases.forEach((caseName, systems) -> {
            List<Fork> floor = systems.remove(FLOOR);
            if (floor == null) {
                throw new IllegalArgumentException("the case " + caseName + " has no floor");
            }
            double base = median(floor);
            Map<String, List<Fork>> ordered = new LinkedHashMap<>();
            ordered.put(FLOOR, floor);
            ordered.putAll(systems);
            ordered.forEach((system, measured) -> rows.add(of(caseName, system, measured, base)));
        });
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
