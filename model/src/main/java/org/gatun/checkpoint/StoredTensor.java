package org.gatun.checkpoint;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.gatun.torch.DType;

/**
 * A tensor as a file holds it: dense, row-major, little-endian elements in native memory.
 *
 * <p>{@link #data} is native memory whose address is a multiple of the element size. For a tensor read from a file it
 * is a part of the file, mapped read-only, or a copy where the file's bytes cannot be used in place; both belong to
 * automatic arenas and stay valid while a segment of theirs is reachable. Native code must not write to it: copy the
 * values into a tensor that is to be trained. Tensors that share a storage in a PyTorch file may share memory here.
 *
 * @param dtype element type
 * @param shape sizes, outermost first; empty for a scalar
 * @param data exactly {@code numel() * dtype.byteSize()} bytes
 */
public record StoredTensor(DType dtype, long[] shape, MemorySegment data) {
    /**
     * @throws IllegalArgumentException if {@code data} is not native, not aligned, or not of the size the shape needs
     */
    public StoredTensor {
        shape = shape.clone();
        long expected = byteSize(dtype, shape);
        if (data.byteSize() != expected) {
            throw new IllegalArgumentException("%s %s takes %d bytes, not %d"
                    .formatted(dtype.torchName(), Arrays.toString(shape), expected, data.byteSize()));
        }
        if (!data.isNative()) {
            throw new IllegalArgumentException("the elements of a StoredTensor must be in native memory");
        }
        if (expected > 0 && data.address() % dtype.byteSize() != 0) {
            throw new IllegalArgumentException(
                    "address 0x%x is not aligned for %s".formatted(data.address(), dtype.torchName()));
        }
    }

    /** A fresh copy of the sizes. */
    @Override
    public long[] shape() {
        return shape.clone();
    }

    /** Number of elements; 1 for a scalar. */
    public long numel() {
        return data.byteSize() / dtype.byteSize();
    }

    /**
     * Bytes that a dense tensor takes.
     *
     * @throws IllegalArgumentException if a size is negative or the product does not fit a {@code long}
     */
    static long byteSize(DType dtype, long[] shape) {
        long bytes = dtype.byteSize();
        for (long size : shape) {
            if (size < 0) {
                throw new IllegalArgumentException("negative size in shape " + Arrays.toString(shape));
            }
            try {
                bytes = Math.multiplyExact(bytes, size);
            } catch (ArithmeticException e) {
                throw new IllegalArgumentException("shape " + Arrays.toString(shape) + " is too large", e);
            }
        }
        return bytes;
    }

    /** Same element type, shape and bytes. */
    @Override
    public boolean equals(Object other) {
        return other instanceof StoredTensor that
                && dtype == that.dtype
                && Arrays.equals(shape, that.shape)
                && data.mismatch(that.data) == -1;
    }

    @Override
    public int hashCode() {
        return 31 * dtype.hashCode() + Arrays.hashCode(shape);
    }

    /** Element type and shape, {@code float32[3, 64]}. */
    @Override
    public String toString() {
        return dtype.torchName() + Arrays.toString(shape);
    }
}
