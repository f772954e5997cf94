package org.gatun.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gatun.torch.Autocast;
import org.gatun.torch.Backends;
import org.gatun.torch.Cuda;
import org.gatun.torch.DType;
import org.gatun.torch.Device;

/** The precision in which networks compute. Parameters, optimizers, losses and the choice of codes are float32 in each. */
public enum Precision {
    FP32,
    /** As {@link #FP32}, but for matrix products and convolutions on a GPU, whose operands are rounded to TF32. */
    TF32,
    /** bfloat16 where libtorch's autocast holds it safe: convolutions and matrix products. */
    BF16;

    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    /** The first generation of GPUs with units for bfloat16, Ampere. */
    private static final int AMPERE = 80;

    /** bfloat16 where the device has units for it: on a CPU AMX or AVX512-BF16, and on a GPU of Ampere's generation or later. */
    public static Precision auto(Device device) {
        boolean units = device.isCuda() ? Cuda.computeCapability(device.index()) >= AMPERE : cpuHasBf16();
        return units ? BF16 : FP32;
    }

    private static boolean cpuHasBf16() {
        if (!Files.isReadable(CPU_INFO)) {
            return false;
        }
        try {
            String info = Files.readString(CPU_INFO);
            return info.contains("avx512_bf16") || info.contains("amx_bf16");
        } catch (IOException e) {
            return false; // then the answer that is always right
        }
    }

    /** Sets this precision on this thread until closed; whether TF32 is allowed is set for the process, and stays. */
    public Autocast open(Device device) {
        Backends.setAllowTf32(this == TF32);
        return switch (this) {
            case FP32, TF32 -> Autocast.disable(device.type());
            case BF16 -> Autocast.open(device.type(), DType.BFLOAT16);
        };
    }
}
