package org.gatun.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gatun.checkpoint.CheckpointException;
import org.gatun.checkpoint.StateFile;
import org.gatun.checkpoint.WeightFile;
import org.gatun.torch.Tensor;

/**
 * The states from which a run can go on, as files {@code step-000001000.safetensors} of one folder. Each appears whole or not at all.
 */
public final class Checkpoints {

    private static final String PREFIX = "step-";
    private static final String SUFFIX = ".safetensors";

    /** What the writer calls a file that it has not finished, for this or an earlier process to delete. */
    private static final String UNFINISHED = ".tmp";

    private final Path folder;
    private final int keep;

    /** @param keep the newest ones that stay */
    public Checkpoints(Path folder, int keep) {
        this.folder = folder;
        this.keep = keep;
    }

    /**
     * Writes one.
     *
     * @throws CheckpointException if it cannot be written; those that are there stay
     */
    void save(long step, Map<String, Tensor> tensors, Map<String, String> metadata) {
        try {
            Files.createDirectories(folder);
            files(name -> name.endsWith(UNFINISHED)).forEach(Checkpoints::delete);
        } catch (IOException e) {
            throw new CheckpointException(folder, "cannot be made: " + e.getMessage(), e);
        } catch (UncheckedIOException e) {
            throw new CheckpointException(folder, e.getMessage(), e);
        }
        StateFile.save(folder.resolve(String.format(Locale.ROOT, PREFIX + "%09d" + SUFFIX, step)), tensors, metadata);
    }

    /**
     * Deletes those that are too many.
     *
     * @throws UncheckedIOException if one can't be deleted
     */
    void deleteOlder() {
        List<Path> all = all();
        all.subList(0, Math.max(0, all.size() - keep)).forEach(Checkpoints::delete);
    }

    /** Copies the newest one's tensors into {@code tensors}, and returns its other data; nothing if there is none. */
    Optional<Map<String, String>> restore(Map<String, Tensor> tensors) {
        return newest().map(path -> {
            WeightFile file = WeightFile.open(path);
            StateFile.load(file, tensors, StateFile.Tolerance.NONE);
            return file.metadata();
        });
    }

    /** The newest one. */
    public Optional<Path> newest() {
        List<Path> all = all();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    /** Deletes all. */
    public void clear() {
        all().forEach(Checkpoints::delete);
    }

    /** By step. */
    private List<Path> all() {
        return Files.isDirectory(folder) ? files(name -> name.startsWith(PREFIX) && name.endsWith(SUFFIX)) : List.of();
    }

    private List<Path> files(Predicate<String> name) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> name.test(file.getFileName().toString()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file, e);
        }
    }
}
