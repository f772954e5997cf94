package org.gatun.checkpoint;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The fixtures beside the repository, which are not part of it. */
final class ParityFolder {
    private ParityFolder() {}

    /** The fixture of that name; the test is skipped, visibly, where the folder is missing. */
    static Path file(String name) {
        Path file = sharedFolder().resolve("parity").resolve(name);
        assumeTrue(Files.exists(file), () -> "skipped: no fixture " + file + " (set -Dgatun.shared)");
        return file;
    }

    private static Path sharedFolder() {
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
