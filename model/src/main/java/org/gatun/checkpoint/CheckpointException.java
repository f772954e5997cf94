package org.gatun.checkpoint;

import java.nio.file.Path;

/** A weight file that cannot be read or written; the message names the file and the reason. */
public final class CheckpointException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The message is {@code file: reason}. */
    public CheckpointException(Path file, String reason) {
        super(file + ": " + reason);
    }

    /** The message is {@code file: reason}. */
    public CheckpointException(Path file, String reason, Throwable cause) {
        super(file + ": " + reason, cause);
    }
}
