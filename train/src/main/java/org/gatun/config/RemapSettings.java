package org.gatun.config;

import java.nio.file.Path;
import org.gatun.checkpoint.NumpyFile;
import org.gatun.vqgan.quantize.IndexRemap;
import org.gatun.vqgan.quantize.UnknownIndex;

/**
 * Remapped code indices: {@code remap}.
 *
 * @param file a {@code .npy} file of the codes in use; as in the reference, from the working directory
 * @param unknown what stands for other codes
 */
public record RemapSettings(String file, UnknownIndex unknown) {

    /** With the reference's default: any of those in use. */
    public RemapSettings(String file) {
        this(file, new UnknownIndex.Random());
    }

    /**
     * Reads the file.
     *
     * @throws org.gatun.checkpoint.CheckpointException if it can't be read
     * @throws ConfigException if it is no list of codes
     */
    IndexRemap read() {
        try {
            return new IndexRemap(NumpyFile.readIntegers(Path.of(file)), unknown);
        } catch (IllegalArgumentException e) {
            throw new ConfigException(file + ": " + e.getMessage(), e);
        }
    }
}
