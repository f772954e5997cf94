package org.gatun.torch;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.gatun.torch.ffm.gatun_h;

/**
 * CPU memory that stays where it is, so that a GPU copies from and to it by itself while the CPU goes on:
 * {@code to(null, device, true, false, null)} and {@code copy_(source, true)} with {@code non_blocking} are asynchronous for it alone. It
 * must not be overwritten before the copy has happened; a {@link CudaEvent} tells.
 *
 * <p>Libtorch keeps freed pieces for the next ones. It needs a GPU: without one there is no such memory.
 */
public final class PinnedMemory {

    private PinnedMemory() {}

    /** A dense CPU tensor, its elements not set. */
    public static Tensor empty(DType dtype, long... shape) {
        Cuda.requireDevice(Device.cuda(0));
        long handle = gatun_h.gatun_empty_pinned(CallArguments.begin().longs(shape), shape.length, dtype.scalarType());
        if (handle == 0) {
            throw TorchException.in("empty_pinned");
        }
        return Tensor.adopt(handle);
    }

    /** {@code byteSize} bytes, not set, that live until {@code arena} closes. */
    public static MemorySegment allocate(long byteSize, Arena arena) {
        try (Tensor bytes = empty(DType.UINT8, byteSize)) {
            return bytes.segment(arena);
        }
    }
}
