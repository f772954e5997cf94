package org.gatun.train;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.gatun.data.BatchMemory;
import org.gatun.data.BatchSource;
import org.gatun.data.ImageBatch;
import org.gatun.data.PictureKind;
import org.gatun.torch.CudaEvent;
import org.gatun.torch.CudaStream;
import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.gatun.torch.PinnedMemory;
import org.gatun.torch.Tensor;

/** Batches of pictures as tensors. */
final class Batches {

    private Batches() {}

    /** Where batches for {@code device} lie best: for a GPU in pinned memory, from which it copies while the CPU goes on. */
    static BatchMemory memory(Device device) {
        return device.isCuda() ? byteSize -> PinnedMemory.allocate(byteSize, Arena.ofAuto()) : BatchMemory.ORDINARY;
    }

    /**
     * The pictures (B, C, size, size) on {@code device}; on the CPU, but for segmentation maps, a view of the batch's memory, as short-lived
     * as the batch.
     *
     * @param batch the last one of {@code source}
     */
    static Tensor pictures(ImageBatch batch, BatchSource source, Device device) {
        return tensor(batch.pixels(), batch.size(), source, source.transform().kind(), device);
    }

    /** The same of the conditions, which are of {@code kind}. */
    static Tensor conditions(ImageBatch batch, BatchSource source, PictureKind kind, Device device) {
        return tensor(batch.condition(), batch.size(), source, kind, device);
    }

    private static Tensor tensor(MemorySegment pixels, int count, BatchSource source, PictureKind kind, Device device) {
        int size = source.transform().size();
        Tensor stored = Tensor.fromSegment(pixels, DType.FLOAT32, count, kind.storedChannels(), size, size);
        return PictureTensors.ofStored(device.isCuda() ? uploaded(stored, source, device) : stored, kind);
    }

    /** Does not wait for the copy; the source waits before it uses the memory again. */
    private static Tensor uploaded(Tensor stored, BatchSource source, Device device) {
        Tensor copy = stored.to(null, device, true, false, null);
        CudaEvent copied = CudaEvent.create(device);
        copied.record(CudaStream.current(device));
        source.keepUntil(() -> {
            try (copied) {
                copied.synchronize();
            }
        });
        return copy;
    }
}
