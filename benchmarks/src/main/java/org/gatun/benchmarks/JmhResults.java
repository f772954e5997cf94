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

/** Reads the result files (JSON) that JMH writes with {@code -rf json}, with {@code -prof gc} or without. */
final class JmhResults {

    private static final String PACKAGE = "org.gatun.benchmarks.";

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
        // org.gatun.benchmarks.ffm.critical.Calls.getter
        String name = result.required("benchmark").textValue();
        String method = name.substring(name.lastIndexOf('.') + 1);
        String type = name.substring(0, name.lastIndexOf('.'));
        String system = type.substring(PACKAGE.length(), type.lastIndexOf('.')).replace('.', '-');
        JsonNode size = result.path("params").path("size");
        String caseName = hyphenated(method) + (size.isMissingNode() ? "" : "-" + size.textValue());
        JsonNode times = result.required("primaryMetric").required("rawData");
        JsonNode bytes =
                result.path("secondaryMetrics").path("gc.alloc.rate.norm").path("rawData");
        for (int fork = 0; fork < times.size(); fork++) {
            double allocated = bytes.isMissingNode() ? Double.NaN : median(bytes.get(fork));
            forks.add(new Fork(caseName, system, median(times.get(fork)), allocated));
        }
    }

    private static double median(JsonNode numbers) {
        return Median.of(numbers.valueStream().mapToDouble(JsonNode::doubleValue));
    }

    /** {@code mul4Grad} as {@code mul4-grad}. */
    private static String hyphenated(String javaName) {
        return javaName.replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
