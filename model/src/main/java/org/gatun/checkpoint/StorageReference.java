package org.gatun.checkpoint;

import java.util.List;

/**
 * A storage that a pickle refers to by a persistent id: PyTorch's tuple
 * {@code ("storage", class, key, location, numel)}, in the legacy format followed by {@code None} or
 * {@code (view key, offset, size)}.
 *
 * @param type element type
 * @param key where the bytes are
 * @param numel elements of the whole storage
 * @param viewOffset first element of the part meant
 * @param viewNumel elements of the part meant
 */
record StorageReference(StorageType type, String key, long numel, long viewOffset, long viewNumel) {
    private static final int MAX_KEY = 512;

    /** @throws IllegalArgumentException if the persistent id is none of PyTorch's */
    static StorageReference of(Object persistentId) {
        if (!(persistentId instanceof List<?> id)
                || (id.size() != 5 && id.size() != 6)
                || !"storage".equals(id.get(0))
                || !(id.get(1) instanceof ForeignObject storageClass)
                || !(id.get(2) instanceof String key)
                || key.length() > MAX_KEY) {
            throw new IllegalArgumentException("a persistent id is not a storage of PyTorch");
        }
        StorageType type = StorageType.find(storageClass.module(), storageClass.name())
                .orElseThrow(() -> new IllegalArgumentException(
                        "storage '%s' is of the unknown class %s".formatted(key, storageClass.qualifiedName())));
        long numel = PickledNumbers.size(id.get(4));
        if (numel > Long.MAX_VALUE / type.elementSize()) {
            throw new IllegalArgumentException("storage '" + key + "' declares " + numel + " elements");
        }
        if (id.size() == 6 && id.get(5) != null) {
            if (!(id.get(5) instanceof List<?> view) || view.size() != 3) {
                throw new IllegalArgumentException("the view of storage '" + key + "' is malformed");
            }
            long offset = PickledNumbers.size(view.get(1));
            long size = PickledNumbers.size(view.get(2));
            if (offset > numel || size > numel - offset) {
                throw new IllegalArgumentException("the view of storage '" + key + "' reaches past its end");
            }
            return new StorageReference(type, key, numel, offset, size);
        }
        return new StorageReference(type, key, numel, 0, numel);
    }

    long byteSize() {
        return numel * type.elementSize();
    }
}
