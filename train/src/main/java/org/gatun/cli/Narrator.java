package org.gatun.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;

/** Tells the user what happens, and writes it with the time of day into the run's log. */
final class Narrator implements Consumer<String>, AutoCloseable {

    private final PrintWriter out;
    private final PrintWriter log;

    /** @param log appended to */
    Narrator(PrintWriter out, Path log) {
        this.out = out;
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            this.log = new PrintWriter(
                    Files.newBufferedWriter(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND), true);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + log, e);
        }
    }

    @Override
    public void accept(String line) {
        out.println(line);
        out.flush();
        log.println(LocalTime.now().truncatedTo(ChronoUnit.SECONDS) + " " + line);
    }

    @Override
    public void close() {
        log.close();
    }
}
