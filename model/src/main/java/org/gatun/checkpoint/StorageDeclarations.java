package org.gatun.checkpoint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gatun.torch.DType;

/** Notes which storages a pickle declares, and makes no tensors. */
final class StorageDeclarations implements TensorFactory {
    private final Map<String, StorageReference> storages = new HashMap<>();

    @Override
    public void declare(StorageReference storage) {
        StorageReference known = storages.putIfAbsent(storage.key(), storage);
        if (known != null && (known.numel() != storage.numel() || known.type() != storage.type())) {
            throw new IllegalArgumentException(
                    "storage '" + storage.key() + "' is declared with different types or sizes");
        }
    }

    @Override
    public Object tensor(StorageReference storage, DType dtype, long offset, long[] shape, long[] strides) {
        return new ForeignObject("torch", "Tensor", List.of());
    }

    boolean contains(String key) {
        return storages.containsKey(key);
    }

    StorageReference get(String key) {
        return storages.get(key);
    }
}
