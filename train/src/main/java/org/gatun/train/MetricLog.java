package org.gatun.train;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatun.plot.Curve;

/** The numbers of a run: every one goes to a CSV file at once ({@code step,name,value}), and is kept for curves. */
public final class MetricLog implements AutoCloseable {

    private final FileChannel file;
    private final BufferedWriter csv;
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

    /** Begins a new file, in place of an older one. */
    public MetricLog(Path file) {
        this(file, 0);
    }

    /**
     * Goes on behind the first bytes of an older file, whose numbers are read.
     *
     * @param length what {@link #length()} was then; 0 begins anew
     */
    public MetricLog(Path file, long length) {
        try {
            this.file = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            this.file.truncate(length);
            Reader written = Channels.newReader(this.file, StandardCharsets.UTF_8);
            new BufferedReader(written).lines().skip(1).forEach(this::read);
            this.csv = new BufferedWriter(Channels.newWriter(this.file, StandardCharsets.UTF_8));
            if (length == 0) {
                csv.write("step,name,value\n");
                csv.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
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
        try {
            return file.position();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the metrics", e);
        }
    }

    public void add(long step, String name, double value) {
        series(name).add(step, value);
        try {
            csv.write(step + "," + name + "," + value + "\n");
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the metrics", e);
        }
    }

    public void addAll(long step, Map<String, Double> values) {
        values.forEach((name, value) -> add(step, name, value));
    }

    /** The last value under {@code name}, or NaN if there is none. */
    public double last(String name) {
        Series found = series.get(name);
        return found == null ? Double.NaN : found.values[found.size - 1];
    }

    /** The curves that there are of {@code names}. */
    public List<Curve> curves(String... names) {
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
