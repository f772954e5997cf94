package org.gatun.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import org.gatun.checkpoint.CheckpointException;
import org.gatun.checkpoint.Safetensors;
import org.gatun.checkpoint.StateFile;
import org.gatun.checkpoint.StoredTensor;
import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;

/**
 * A file of codes: safetensors with the tensors {@code codes} (N, h*w) and {@code conditions} (N, C), int16 or int32, and in its metadata
 * format, version and what the codes were made from. It is mapped into memory and read in place.
 *
 * @param path where it is, or will be
 * @param origin names what the codes are made from; a file of another origin is not read
 * @param codes codes a picture
 * @param tokens condition tokens a picture
 */
record CodeFile(Path path, String origin, long codes, long tokens) {

    private static final String FORMAT = "gatun-codes";
    private static final String VERSION = "1";
    private static final String CODES = "codes";
    private static final String CONDITIONS = "conditions";

    /** Writes the file in one step. */
    void write(CodeDataset dataset) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder of " + path, e);
        }
        StateFile.save(
                path,
                Map.of(CODES, dataset.codes(), CONDITIONS, dataset.conditions()),
                Map.of("format", FORMAT, "version", VERSION, "origin", origin));
    }

    /**
     * Maps the file, if it is there and of this origin.
     *
     * @throws CheckpointException if there is a file of another kind or version, or it is damaged
     */
    Optional<CodeDataset> open(Device device) {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        Safetensors file = Safetensors.open(path);
        Map<String, String> metadata = file.metadata();
        if (!FORMAT.equals(metadata.get("format"))) {
            throw new CheckpointException(path, "is not a file of codes");
        }
        if (!VERSION.equals(metadata.get("version"))) {
            throw new CheckpointException(
                    path, "is of version " + metadata.get("version") + ", and this is known: " + VERSION);
        }
        if (!origin.equals(metadata.get("origin"))) {
            return Optional.empty();
        }
        StoredTensor storedCodes = checked(file, CODES, codes);
        StoredTensor storedConditions = checked(file, CONDITIONS, tokens);
        if (storedCodes.shape()[0] != storedConditions.shape()[0]) {
            throw new CheckpointException(path, "has codes " + storedCodes + " and conditions " + storedConditions);
        }
        try (TensorScope scope = TensorScope.open();
                FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            Tensor mappedCodes = map(channel, file.position(CODES), storedCodes);
            Tensor mappedConditions = map(channel, file.position(CONDITIONS), storedConditions);
            return Optional.of(new CodeDataset(scope.keep(mappedCodes), scope.keep(mappedConditions), device));
        } catch (IOException e) {
            throw new CheckpointException(path, "cannot be mapped into memory: " + e.getMessage(), e);
        }
    }

    /** A view of the file; a tensor is writable, so it is mapped copy-on-write. */
    private static Tensor map(FileChannel channel, long position, StoredTensor stored) throws IOException {
        MemorySegment segment =
                channel.map(FileChannel.MapMode.PRIVATE, position, stored.data().byteSize(), Arena.ofAuto());
        return Tensor.fromSegment(segment, stored.dtype(), stored.shape());
    }

    private StoredTensor checked(Safetensors file, String name, long width) {
        StoredTensor stored = file.tensor(name);
        boolean fits = (stored.dtype() == DType.INT16 || stored.dtype() == DType.INT32)
                && stored.shape().length == 2
                && stored.shape()[0] > 0
                && stored.shape()[1] == width;
        if (!fits) {
            throw new CheckpointException(path, name + " is " + stored + ", not int16 or int32 [N, " + width + "]");
        }
        return stored;
    }
}
