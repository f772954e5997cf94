package org.gatun.torch;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.gatun.torch.ffm.gatun_h;

/**
 * What libtorch's caching allocator holds of a GPU's memory, in bytes. Freed tensors leave their memory reserved, for the next ones.
 *
 * @param allocated in tensors now
 * @param peakAllocated the largest {@code allocated} since the start, or since {@link #resetPeak}
 * @param reserved taken from the device now
 * @param peakReserved the largest {@code reserved}, likewise
 */
public record CudaMemory(long allocated, long peakAllocated, long reserved, long peakReserved) {

    /** Of the whole GPU, whoever uses it, in bytes. */
    public record Total(long free, long total) {}

    public static CudaMemory of(Device device) {
        Cuda.requireDevice(device);
        MemorySegment stats = CallArguments.begin().results(4);
        Cuda.check(gatun_h.gatun_cuda_memory_stats(device.index(), stats), "memory_stats");
        return new CudaMemory(at(stats, 0), at(stats, 1), at(stats, 2), at(stats, 3));
    }

    /** The peaks begin anew at what is held now. */
    public static void resetPeak(Device device) {
        Cuda.requireDevice(device);
        Cuda.check(gatun_h.gatun_cuda_reset_peak_memory_stats(device.index()), "reset_peak_memory_stats");
    }

    /** Gives what is reserved and not allocated back to the device, of all GPUs. */
    public static void emptyCache() {
        Cuda.requireDevice(Device.cuda(0));
        Cuda.check(gatun_h.gatun_cuda_empty_cache(), "empty_cache");
    }

    /** The memory of the GPU itself. */
    public static Total ofWholeDevice(Device device) {
        Cuda.requireDevice(device);
        MemorySegment numbers = CallArguments.begin().results(2);
        Cuda.check(gatun_h.gatun_cuda_mem_get_info(device.index(), numbers), "mem_get_info");
        return new Total(at(numbers, 0), at(numbers, 1));
    }

    private static long at(MemorySegment numbers, int index) {
        return numbers.getAtIndex(ValueLayout.JAVA_LONG, index);
    }
}
