package org.gatun.train;

import java.lang.foreign.MemorySegment;
import org.gatun.data.ImageBatch;
import org.gatun.data.ImageTransform;
import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.gatun.torch.Tensor;

/** Batches of pictures as tensors. */
final class Batches {

    private Batches() {}

    /**
     * The pictures (B, C, size, size) on {@code device}; on the CPU, but for segmentation maps, a view of the batch's memory, as short-lived
     * as the batch.
     *
     * @param transform what the pictures went through
     */
    static Tensor pictures(ImageBatch batch, ImageTransform transform, Device device) {
        return tensor(batch.pixels(), batch.size(), transform, device);
    }

    /** The same of the conditions. */
    static Tensor conditions(ImageBatch batch, ImageTransform transform, Device device) {
        return tensor(batch.condition(), batch.size(), transform, device);
    }

    private static Tensor tensor(MemorySegment pixels, int count, ImageTransform transform, Device device) {
        int size = transform.size();
        Tensor stored = Tensor.fromSegment(
                        pixels, DType.FLOAT32, count, transform.kind().storedChannels(), size, size)
                .to(device);
        return PictureTensors.ofStored(stored, transform.kind());
    }
}
