package org.gatun.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.gatun.data.UnreadableImages;

/** Tells of pictures that turn out to be unreadable, each once, and keeps a list of all: {@code file<TAB>reason}. */
final class UnreadableReport {

    private final Path file;
    private final Consumer<String> log;
    private final Map<Path, String> known = new TreeMap<>();

    /** @param file written when there is something to list */
    UnreadableReport(Path file, Consumer<String> log) {
        this.file = file;
        this.log = log;
    }

    /** Looks for new ones. */
    void update(List<UnreadableImages> sources) {
        Map<Path, String> found = new TreeMap<>();
        for (UnreadableImages source : sources) {
            if (source.count() > 0) {
                found.putAll(source.reasons());
            }
        }
        found.keySet().removeAll(known.keySet());
        if (!found.isEmpty()) {
            known.putAll(found);
            write();
            log.accept(UnreadableImages.summary(found) + ". All of them, " + known.size() + ": " + file);
        }
    }

    private void write() {
        List<String> lines = known.entrySet().stream()
                .map(each -> each.getKey() + "\t" + each.getValue())
                .toList();
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
