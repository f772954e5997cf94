package org.gatun.vqgan;

import org.gatun.torch.Device;
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

    /** {@code x} (B, C, H, W) for convolutions other than 3x3. */
    static Tensor forConvolutions(Tensor x) {
        return x.device().equals(Device.CPU) ? x.contiguous(MemoryFormat.CHANNELS_LAST) : x;
    }

    /** {@code x} (B, C, H, W) for 3x3 convolutions of at least as many {@code channels}. */
    static Tensor forConvolutions3x3(Tensor x, long channels) {
        if (!x.device().equals(Device.CPU)) {
            return x;
        }
        return x.contiguous(Winograd.isFaster(x, channels) ? MemoryFormat.CONTIGUOUS : MemoryFormat.CHANNELS_LAST);
    }

    /** {@code x} (B, C, H, W) for 3x3 convolutions of as many channels, with group norms between them. */
    static Tensor forNorms(Tensor x) {
        boolean large = x.size(2) * x.size(3) >= LARGE;
        return large && x.device().equals(Device.CPU) ? x.contiguous() : forConvolutions3x3(x, x.size(1));
    }
}
