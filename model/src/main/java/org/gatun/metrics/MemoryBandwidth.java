package org.gatun.metrics;

import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;

/** How fast a device reads its memory, measured by sums over more than its caches hold. */
public final class MemoryBandwidth {

    private static final long BYTES = 256L << 20;
    private static final int RUNS = 5;

    private MemoryBandwidth() {}

    /** Bytes a second, the best of some runs; takes a fraction of a second. */
    public static double measure(Device device) {
        double best = 0;
        try (TensorScope _ = TensorScope.open()) {
            Tensor numbers = Torch.zeros(new long[] {BYTES / DType.FLOAT32.byteSize()}, DType.FLOAT32, device);
            for (int run = 0; run < RUNS; run++) {
                long begin = System.nanoTime();
                numbers.sum().item(); // waits for the device
                best = Math.max(best, BYTES * 1e9 / (System.nanoTime() - begin));
            }
        }
        return best;
    }
}
