package org.gatun.checkpoint;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file mapped read-only; the mapping lasts while a segment of it is reachable. */
record MappedFile(Path path, MemorySegment bytes) {
    static MappedFile open(Path path) {
        if (Files.isDirectory(path)) {
            throw new CheckpointException(path, "is a directory, not a weight file");
        }
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new CheckpointException(path, "is not a regular file");
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            long size = channel.size();
            if (size == 0) {
                throw new CheckpointException(path, "is empty");
            }
            return new MappedFile(path, channel.map(FileChannel.MapMode.READ_ONLY, 0, size, Arena.ofAuto()));
        } catch (NoSuchFileException e) {
            throw new CheckpointException(path, "no such file", e);
        } catch (AccessDeniedException e) {
            throw new CheckpointException(path, "permission denied", e);
        } catch (IOException e) {
            throw new CheckpointException(path, "cannot be read: " + e.getMessage(), e);
        }
    }

    long size() {
        return bytes.byteSize();
    }

    /** Part of the file; {@code what} names it should it reach past the end. */
    MemorySegment slice(long offset, long length, String what) {
        if (offset < 0 || length < 0 || offset > size() || length > size() - offset) {
            throw malformed("%s should be %d bytes at %d, but the file has %d: truncated or malformed"
                    .formatted(what, length, offset, size()));
        }
        return bytes.asSlice(offset, length);
    }

    CheckpointException malformed(String reason) {
        return new CheckpointException(path, reason);
    }

    CheckpointException malformed(String reason, Throwable cause) {
        return new CheckpointException(path, reason, cause);
    }
}
