package org.gatun;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The fixtures and pictures beside the repository, which are no part of it. */
public final class SharedFolder {

    private SharedFolder() {}

    /** A file or folder in it, such as {@code parity/gpt.safetensors}; where it is missing, the test counts as skipped. */
    public static Path find(String name) {
        Path path = root().resolve(name);
        assumeTrue(Files.exists(path), () -> "skipped: there is no " + path + " (set -Dgatun.shared)");
        return path;
    }

    /** From the property {@code gatun.shared}, or beside this folder or one above it. */
    private static Path root() {
        String configured = System.getProperty("gatun.shared");
        if (configured != null) {
            return Path.of(configured);
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("shared").resolve("parity"))) {
                return folder.resolve("shared");
            }
        }
        return Path.of("..", "shared");
    }
}
