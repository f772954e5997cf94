package org.gatun.train;

import org.gatun.torch.Autocast;
import org.gatun.torch.Cuda;
import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;

/**
 * What a device reaches at best, measured: a product of large matrices, and a copy within its memory.
 *
 * @param flops operations a second
 * @param bytes bytes a second, read and written ones together
 */
public record DevicePeak(double flops, double bytes) {

    private static final int WARMUP = 2;
    private static final int MEASURED = 5;

    /** Measures it, in a second or two; for bfloat16 on a device without units for it, in float32. */
    public static DevicePeak measure(Device device, Precision precision) {
        int size = device.isCuda() ? 8192 : 1024;
        long copied = device.isCuda() ? 1L << 28 : 1L << 24;
        try (TensorScope _ = TensorScope.open();
                Autocast _ = precision.open(device)) {
            boolean isBf16 = precision == Precision.BF16 && Precision.auto(device) == Precision.BF16;
            DType dtype = isBf16 ? DType.BFLOAT16 : DType.FLOAT32;
            Tensor a =
                    Torch.rand(new long[] {size, size}, DType.FLOAT32, device).to(dtype);
            Tensor source = Torch.zeros(new long[] {copied}, DType.FLOAT32, device);
            Tensor target = source.zeros_like();
            double product = seconds(device, () -> a.matmul(a).close());
            double copy = seconds(device, () -> target.copy_(source));
            return new DevicePeak(2.0 * size * size * size / product, 2.0 * Float.BYTES * copied / copy);
        }
    }

    private static double seconds(Device device, Runnable work) {
        return MedianTime.seconds(
                () -> {
                    work.run();
                    if (device.isCuda()) {
                        Cuda.synchronize(device);
                    }
                },
                WARMUP,
                MEASURED);
    }
}
