package org.gatun.data;

import java.io.IOException;
import java.nio.file.Path;

/** A file that isn't a picture, is damaged, or has a shape that can't be used; the message says which. */
public final class UnreadableImageException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Path file;

    UnreadableImageException(Path file, String reason, Throwable cause) {
        super(reason, cause);
        this.file = file;
    }

    /** The file at fault, or null for a picture in memory; the message doesn't repeat it. */
    public Path file() {
        return file;
    }
}
