package org.gatun.vqgan;

import org.gatun.torch.Autocast;
import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.gatun.torch.DeviceType;
import org.gatun.torch.MemoryFormat;
import org.gatun.torch.Tensor;
import org.gatun.torch.Winograd;

/**
 * In which order a CPU's convolutions find the numbers of a picture. Libtorch's are faster with the channels of a position side by side
 * (PyTorch's {@code channels_last}); {@link Winograd}'s, where they pay, want plane after plane, as group norms of large pictures do.
 * Layers keep the layout that they get. On other devices nothing is done.
 */
final class MemoryLayout {

    /** Positions of a picture from which group norms cost more than convolutions gain; measured. */
    private static final long LARGE = 32 * 32;

    private MemoryLayout() {}

    /** {@code x} (B, C, H, W) for convolutions alone. */
    static Tensor forConvolutions(Tensor x) {
        if (!x.device().equals(Device.CPU)) {
            return x;
        }
        return x.contiguous(isForWinograd(x) ? MemoryFormat.CONTIGUOUS : MemoryFormat.CHANNELS_LAST);
    }

    /** {@code x} (B, C, H, W) for convolutions with group norms between them. */
    static Tensor forNorms(Tensor x) {
        if (!x.device().equals(Device.CPU)) {
            return x;
        }
        boolean large = x.size(2) * x.size(3) >= LARGE;
        return x.contiguous(large || isForWinograd(x) ? MemoryFormat.CONTIGUOUS : MemoryFormat.CHANNELS_LAST);
    }

    private static boolean isForWinograd(Tensor x) {
        return Winograd.isFaster() && x.dtype() == DType.FLOAT32 && !Autocast.isEnabled(DeviceType.CPU);
    }
}
