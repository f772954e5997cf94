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
 * Tells the user what happens, and writes it with the time of day into the run's log. A lock on the log keeps a second process out of the run.
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
            this.log = new PrintWriter(Channels.newWriter(file, StandardCharsets.UTF_8), true);
            lock(file, log);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + log, e);
        }
    }

    private void lock(FileChannel file, Path path) throws IOException {
        try {
            if (isOurs(file)) {
                return;
            }
        } catch (IOException e) {
            accept("NOTE: this file system has no locks (" + e.getMessage()
                    + "): see that no other process works on this run");
            return;
        }
        file.close();
        throw new UserException("another process is at work on this run: it has locked " + path);
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
