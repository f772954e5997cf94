package org.gatun.checkpoint;

import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.gatun.torch.DType;

/**
 * Makes the tensors of a PyTorch file: contiguous ones are views of their storage, so tensors that share a storage
 * share memory; strided ones are copied. A storage that is misaligned in the file is copied once.
 */
final class StoredTensors implements TensorFactory {
    private final MappedFile file;
    private final Function<StorageReference, MemorySegment> storageBytes;
    private final CopyBudget copies;
    private final Map<String, MemorySegment> aligned = new HashMap<>();

    /** @param storageBytes finds the bytes of a whole storage in the file, at any alignment */
    StoredTensors(MappedFile file, Function<StorageReference, MemorySegment> storageBytes, CopyBudget copies) {
        this.file = file;
        this.storageBytes = storageBytes;
        this.copies = copies;
    }

    @Override
    public void declare(StorageReference storage) {
        // Found when a tensor needs it.
    }

    @Override
    public StoredTensor tensor(StorageReference storage, DType dtype, long offset, long[] shape, long[] strides) {
        StridedView view = new StridedView(offset, shape, strides);
        long byteSize = StoredTensor.byteSize(dtype, shape);
        if (byteSize == 0) {
            return new StoredTensor(dtype, shape, MemorySegment.NULL);
        }
        MemorySegment bytes = part(storage);
        if (view.requiredElements() > bytes.byteSize() / dtype.byteSize()) {
            throw new IllegalArgumentException(
                    "a tensor over storage '%s' reaches past its end".formatted(storage.key()));
        }
        if (view.isContiguous()) {
            return new StoredTensor(dtype, shape, bytes.asSlice(offset * dtype.byteSize(), byteSize));
        }
        MemorySegment dense = copies.allocate(byteSize, "a strided tensor over storage '" + storage.key() + "'");
        view.copy(bytes, dtype.byteSize(), dense);
        return new StoredTensor(dtype, shape, dense);
    }

    private MemorySegment part(StorageReference storage) {
        MemorySegment whole = aligned(storage);
        long elementSize = storage.type().elementSize();
        if (storage.viewOffset() + storage.viewNumel() > whole.byteSize() / elementSize) {
            throw file.malformed("storage '" + storage.key() + "' has fewer elements than a tensor declares");
        }
        return whole.asSlice(storage.viewOffset() * elementSize, storage.viewNumel() * elementSize);
    }

    private MemorySegment aligned(StorageReference storage) {
        MemorySegment known = aligned.get(storage.key());
        if (known != null && known.address() % storage.type().alignment() == 0) {
            return known;
        }
        MemorySegment bytes = storageBytes.apply(storage);
        if (bytes.byteSize() > 0 && bytes.address() % storage.type().alignment() != 0) {
            bytes = copies.allocate(bytes.byteSize(), "storage '" + storage.key() + "'")
                    .copyFrom(bytes);
        }
        aligned.put(storage.key(), bytes);
        return bytes;
    }
}
