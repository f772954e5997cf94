package org.gatun.checkpoint;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes a file so that its name refers to the old content or the whole new one, even after a power cut. */
public final class AtomicFile {
    /** Writes the content. */
    @FunctionalInterface
    public interface Content {
        void writeTo(FileSink sink) throws IOException;
    }

    private AtomicFile() {}

    /**
     * Writes a file in place of an older one.
     *
     * @throws CheckpointException if it cannot be written; an older file is then as it was
     */
    public static void write(Path path, Content content) {
        try {
            // A symbolic link stays, and what it points to is replaced.
            Path target = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
            Path temporary = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
            try {
                try (FileChannel channel =
                        FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                    content.writeTo(new FileSink(channel));
                    channel.force(true);
                }
                Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(temporary);
            }
            forceDirectory(target.getParent());
        } catch (NoSuchFileException e) {
            throw new CheckpointException(path, "cannot be written: its folder does not exist", e);
        } catch (IOException e) {
            throw new CheckpointException(path, "cannot be written: " + e, e);
        }
    }

    /** Makes the rename itself last; Windows cannot open a directory, and needs no such call. */
    private static void forceDirectory(Path directory) throws IOException {
        if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
