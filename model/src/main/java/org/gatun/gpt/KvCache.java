package org.gatun.gpt;

import java.util.ArrayList;
import java.util.List;
import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;

/**
 * The keys and values of the positions that a transformer has read, in memory that is allocated once and written in place: for each
 * layer (B, 2 * heads, maxLength, D), the heads of keys before those of values. It owns that memory.
 */
final class KvCache implements AutoCloseable {

    private final List<Tensor> layers = new ArrayList<>();
    private final long maxLength;
    private long length;

    /** An empty cache for {@code nLayer} layers with this many heads of keys, and as many of values. */
    public KvCache(int nLayer, long batch, long heads, long maxLength, long headDim, DType dtype, Device device) {
        this.maxLength = maxLength;
        try (TensorScope scope = TensorScope.open()) {
            for (int i = 0; i < nLayer; i++) {
                // Not empty: positions that are masked out are multiplied by 0, which rules out whatever is not finite.
                layers.add(Torch.zeros(new long[] {batch, 2 * heads, maxLength, headDim}, dtype, device));
            }
            layers.forEach(scope::keep); // once there is memory for all
        }
    }

    /** The number of positions that every layer holds. */
    public long length() {
        return length;
    }

    /** The number of positions that there is room for. */
    public long maxLength() {
        return maxLength;
    }

    /**
     * Writes the keys and values of the next T positions of a layer, and returns all that the layer holds then.
     *
     * @param keysAndValues (B, 2 * heads, T, D)
     * @return (B, 2 * heads, length + T, D), a view
     */
    Tensor append(int layer, Tensor keysAndValues) {
        Tensor cache = layers.get(layer);
        long count = keysAndValues.size(2);
        cache.narrow(2, length, count).copy_(keysAndValues);
        return cache.narrow(2, 0, length + count);
    }

    /**
     * Writes the keys and values of one position of a layer, and returns the whole layer, positions behind it included: the same work
     * wherever the position is.
     *
     * @param keysAndValues (B, 2 * heads, 1, D)
     * @param position int64 (1), on the cache's device
     * @return (B, 2 * heads, maxLength, D)
     */
    Tensor write(int layer, Tensor keysAndValues, Tensor position) {
        Tensor cache = layers.get(layer);
        // Of another type in mixed precision.
        return cache.index_copy_(2, position, keysAndValues.to(cache.dtype(), null));
    }

    /** Counts {@code count} positions that were appended to every layer. */
    void advance(long count) {
        length += count;
    }

    /** Forgets all positions; the memory stays. */
    public void clear() {
        length = 0;
    }

    @Override
    public void close() {
        layers.forEach(Tensor::close);
    }
}
