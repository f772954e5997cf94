package org.gatun.checkpoint;

import org.gatun.torch.DType;

/** What becomes of the storages and tensors that a pickle mentions. */
interface TensorFactory {
    /** The pickle refers to a storage, whether or not a tensor lies over it. */
    void declare(StorageReference storage);

    /** The object that stands for a tensor over a storage; the offset counts elements of {@code dtype}. */
    Object tensor(StorageReference storage, DType dtype, long offset, long[] shape, long[] strides);
}
