package org.gatun.checkpoint;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Native memory for what cannot be used in place: misaligned data, strided views, compressed entries. Bounded by the
 * size of the file, so that a small file cannot ask for much memory.
 */
final class CopyBudget {
    private static final long ALIGNMENT = 64;
    private static final long BASE = 64L << 20;
    private static final long TIMES_FILE_SIZE = 4;

    private final MappedFile file;
    private final long limit;
    private long used;

    CopyBudget(MappedFile file) {
        this.file = file;
        this.limit = BASE + TIMES_FILE_SIZE * file.size();
    }

    /** Zeroed memory, aligned to 64 bytes, that lasts while it is reachable. */
    MemorySegment allocate(long bytes, String what) {
        if (bytes > limit - used) {
            throw file.malformed("%s would take %d bytes of memory, and the file's size allows %d in all: refused"
                    .formatted(what, bytes, limit));
        }
        used += bytes;
        try {
            return Arena.ofAuto().allocate(bytes, ALIGNMENT);
        } catch (OutOfMemoryError e) {
            throw file.malformed(
                    "no native memory for %s (%d bytes); raise -XX:MaxDirectMemorySize".formatted(what, bytes), e);
        }
    }
}
