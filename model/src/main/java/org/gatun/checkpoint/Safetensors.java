package org.gatun.checkpoint;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Set;

/**
 * A safetensors file, memory-mapped: opening reads the header alone, and {@link #tensor} is a view of the file. Only a
 * tensor whose position in the file is no multiple of its element size (no common writer makes one) is copied, at each
 * call.
 */
public final class Safetensors implements WeightFile {
    private final MappedFile file;
    private final SafetensorsHeader header;

    private Safetensors(MappedFile file, SafetensorsHeader header) {
        this.file = file;
        this.header = header;
    }

    /**
     * Opens a safetensors file and checks its whole header as the official implementation does: at most 100 MB of valid
     * JSON without duplicate keys, element counts that agree with the byte ranges, and ranges that cover the data
     * without holes or overlaps.
     *
     * @throws CheckpointException if the file is missing, truncated, malformed, or has an element type without a
     *     {@link org.gatun.torch.DType}
     */
    public static Safetensors open(Path path) {
        if (WeightFile.open(path) instanceof Safetensors safetensors) {
            return safetensors;
        }
        throw new CheckpointException(path, "is a file of torch.save, not a safetensors file");
    }

    static Safetensors read(MappedFile file) {
        return new Safetensors(file, SafetensorsHeader.parse(file));
    }

    /**
     * Writes a safetensors file: to a temporary file beside {@code path}, forced to the disk, then renamed, so that
     * {@code path} is always a whole file. The order is by element size, largest first, then by name: every tensor is
     * aligned, and equal input gives equal bytes.
     *
     * @throws CheckpointException if it cannot be written
     * @throws IllegalArgumentException if a tensor is called {@code __metadata__}
     */
    public static void write(Path path, Map<String, StoredTensor> tensors, Map<String, String> metadata) {
        SafetensorsWriter.write(path, tensors, metadata);
    }

    @Override
    public Path path() {
        return file.path();
    }

    @Override
    public WeightFormat format() {
        return WeightFormat.SAFETENSORS;
    }

    @Override
    public Set<String> names() {
        return Collections.unmodifiableSet(header.entries().keySet());
    }

    @Override
    public StoredTensor tensor(String name) {
        SafetensorsEntry entry = header.entries().get(name);
        if (entry == null) {
            throw new CheckpointException(path(), "has no tensor '" + name + "'");
        }
        MemorySegment data = file.slice(header.dataStart() + entry.begin(), entry.byteSize(), "tensor '" + name + "'");
        if (data.address() % entry.dtype().byteSize() != 0) {
            data = new CopyBudget(file)
                    .allocate(data.byteSize(), "tensor '" + name + "'")
                    .copyFrom(data);
        }
        return new StoredTensor(entry.dtype(), entry.shape(), data);
    }

    /** Where the elements of a tensor begin in the file, for those who map it in another way. */
    public long position(String name) {
        SafetensorsEntry entry = header.entries().get(name);
        if (entry == null) {
            throw new CheckpointException(path(), "has no tensor '" + name + "'");
        }
        return header.dataStart() + entry.begin();
    }

    /** The header's {@code __metadata__}; empty if there is none. */
    @Override
    public Map<String, String> metadata() {
        return Collections.unmodifiableMap(header.metadata());
    }
}
