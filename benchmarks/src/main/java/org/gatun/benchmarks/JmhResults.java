package org.gatun.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Reads the result files (JSON) that JMH writes with {@code -rf json -prof gc}. */
final class JmhResults {

    private JmhResults() {}

    /** All forks in the files {@code *.json} of a folder. */
    static List<Fork> read(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> entries = Files.list(folder)) {
            files = entries.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
        ObjectMapper mapper = new ObjectMapper();
        List<Fork> forks = new ArrayList<>();
        for (Path file : files) {
            for (JsonNode result : mapper.readTree(file.toFile())) {
                addForks(result, forks);
            }
        }
        return forks;
    }

    private static void addForks(JsonNode result, List<Fork> forks) {
        String[] name = result.required("benchmark").textValue().split("\\.");
        String caseName = hyphenated(name[name.length - 2].replaceFirst("Benchmark$", ""));
        String system = hyphenated(name[name.length - 1]);
        JsonNode times = result.required("primaryMetric").required("rawData");
        JsonNode bytes = result.required("secondaryMetrics")
                .required("gc.alloc.rate.norm")
                .required("rawData");
        for (int fork = 0; fork < times.size(); fork++) {
            forks.add(new Fork(caseName, system, median(times.get(fork)), median(bytes.get(fork))));
        }
    }

    private static double median(JsonNode numbers) {
        return Median.of(numbers.valueStream().mapToDouble(JsonNode::doubleValue));
    }

    /** {@code Mul4Grad} and {@code mul4Grad} as {@code mul4-grad}. */
    private static String hyphenated(String javaName) {
        return javaName.replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
