package org.gatun.torch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The native libraries that are in this process already, whoever loaded them. Linux tells; elsewhere none are known. */
final class MappedLibraries {

    private static final Path MAPS = Path.of("/proc/self/maps");

    /** Behind the path of a file that is gone, as those are that a program unpacked for itself. */
    private static final String DELETED = " (deleted)";

    private MappedLibraries() {}

    /** The files called {@code fileName} that are mapped, without doubles. */
    static List<Path> named(String fileName) {
        if (!Files.isReadable(MAPS)) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(MAPS)) {
            // address perms offset dev inode path
            return lines.map(
                            line -> line.endsWith(DELETED) ? line.substring(0, line.length() - DELETED.length()) : line)
                    .filter(line -> line.endsWith("/" + fileName))
                    .map(line -> Path.of(line.substring(line.indexOf('/'))))
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + MAPS, e);
        }
    }
}
