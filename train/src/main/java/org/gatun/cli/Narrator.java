package org.gatun.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;

/**
 * Tells the user what happens, and writes it with the time of day into the run's log. Who writes a run's log has the run: another process
 * that wants it is refused.
 */
final class Narrator implements Consumer<String>, AutoCloseable {

    private final PrintWriter out;
    private final PrintWriter log;

    /**
     * @param log appended to
     * @throws UserException if another process has the run
     */
    Narrator(PrintWriter out, Path log) {
        this.out = out;
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            FileChannel file = FileChannel.open(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            if (!isOurs(file)) {
                file.close();
                throw new UserException("another process is at work on this run: it has " + log);
            }
            this.log = new PrintWriter(Channels.newWriter(file, StandardCharsets.UTF_8), true);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + log, e);
        }
    }

    /** Until the file is closed. */
    private static boolean isOurs(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // in this JVM
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
