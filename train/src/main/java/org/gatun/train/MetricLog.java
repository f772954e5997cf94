package org.gatun.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatun.checkpoint.RecordFile;
import org.gatun.plot.Curve;

/** The numbers of a run: every one goes to a CSV file at once ({@code step,name,value}), and is kept for curves. */
final class MetricLog implements AutoCloseable {

    private final RecordFile csv;
    private final Map<String, Series> series = new LinkedHashMap<>();

    private static final class Series {
        private double[] steps = new double[64];
        private double[] values = new double[64];
        private int size;

        private void add(double step, double value) {
            if (size == steps.length) {
                steps = Arrays.copyOf(steps, 2 * size);
                values = Arrays.copyOf(values, 2 * size);
            }
            steps[size] = step;
            values[size++] = value;
        }
    }

    /**
     * Goes on behind the first bytes of an older file, whose numbers are read.
     *
     * @param length what {@link #length()} was then; 0 begins anew
     */
    MetricLog(Path file, long length) {
        try {
            this.csv = RecordFile.open(file, length);
            if (csv.length() == 0) {
                append("step,name,value\n");
            } else {
                Files.readAllLines(file).stream().skip(1).forEach(this::read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private void append(String lines) throws IOException {
        csv.append(lines.getBytes(StandardCharsets.UTF_8));
    }

    private void read(String line) {
        String[] fields = line.split(",");
        series(fields[1]).add(Long.parseLong(fields[0]), Double.parseDouble(fields[2]));
    }

    private Series series(String name) {
        return series.computeIfAbsent(name, _ -> new Series());
    }

    /** Bytes written so far. */
    long length() {
        return csv.length();
    }

    /** @throws UncheckedIOException if it cannot be written; for curves it is kept all the same */
    void add(long step, String name, double value) {
        addAll(step, Map.of(name, value));
    }

    /** @throws UncheckedIOException if they cannot be written; for curves they are kept all the same */
    void addAll(long step, Map<String, Double> values) {
        StringBuilder lines = new StringBuilder();
        values.forEach((name, value) -> {
            series(name).add(step, value);
            lines.append(step)
                    .append(',')
                    .append(name)
                    .append(',')
                    .append(value.doubleValue())
                    .append('\n');
        });
        try {
            append(lines.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the metrics", e);
        }
    }

    /** Waits until all that was written survives a loss of power. */
    void force() {
        try {
            csv.force();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the metrics", e);
        }
    }

    /** The last value under {@code name}, or NaN if there is none. */
    double last(String name) {
        Series found = series.get(name);
        return found == null ? Double.NaN : found.values[found.size - 1];
    }

    /** The curves that there are of {@code names}. */
    List<Curve> curves(String... names) {
        return Arrays.stream(names)
                .filter(series::containsKey)
                .map(name -> {
                    Series found = series.get(name);
                    return new Curve(
                            name, Arrays.copyOf(found.steps, found.size), Arrays.copyOf(found.values, found.size));
                })
                .toList();
    }

    @Override
    public void close() {
        try {
            csv.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the metrics", e);
        }
    }
}
