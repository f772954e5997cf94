package org.gatun.checkpoint;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A file of named tensors.
 *
 * <p>The file stays mapped while the object or a segment of one of its tensors is reachable. It must not be truncated
 * in that time: replace weight files by renaming, as the writers of this package do.
 */
public sealed interface WeightFile permits Safetensors, PyTorchCheckpoint {
    /**
     * Opens a weight file of any format that Gatun reads; the content decides, not the name.
     *
     * @throws CheckpointException if the file is missing, not a regular file, empty, of an unknown format, truncated or
     *     malformed
     */
    static WeightFile open(Path file) {
        return FormatDetection.open(MappedFile.open(file));
    }

    /** The file. */
    Path path();

    /** What the content was recognised as. */
    WeightFormat format();

    /** Names of the tensors, in the order of the file. */
    Set<String> names();

    /**
     * The tensor of that name.
     *
     * @throws CheckpointException if there is none, or its elements cannot be brought into memory
     */
    StoredTensor tensor(String name);

    /**
     * Text that accompanies the tensors: safetensors' {@code __metadata__}, or the numbers and texts of a checkpoint's
     * top level.
     */
    Map<String, String> metadata();

    /** All tensors by name, in the order of the file. */
    default Map<String, StoredTensor> tensors() {
        Map<String, StoredTensor> tensors = new LinkedHashMap<>();
        for (String name : names()) {
            tensors.put(name, tensor(name));
        }
        return tensors;
    }
}
