package org.gatun.train;

import org.gatun.data.ImageBatch;
import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.gatun.torch.Tensor;

/** Batches of pictures as tensors. */
final class Batches {

    private Batches() {}

    /** (B, 3, size, size) on {@code device}; on the CPU a view of the batch's memory, as short-lived as the batch. */
    static Tensor tensor(ImageBatch batch, int size, Device device) {
        return Tensor.fromSegment(
                        batch.pixels().asSlice(0, 4L * batch.size() * 3 * size * size),
                        DType.FLOAT32,
                        batch.size(),
                        3,
                        size,
                        size)
                .to(device);
    }
}
