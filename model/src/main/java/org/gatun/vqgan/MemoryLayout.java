package org.gatun.vqgan;

import org.gatun.torch.Device;
import org.gatun.torch.MemoryFormat;
import org.gatun.torch.Tensor;

/**
 * In which order a CPU's convolutions find the numbers of a picture: they are faster with the channels of a position side by side
 * (PyTorch's {@code channels_last}), while group norms of large pictures are faster plane after plane. Layers keep the layout that they
 * get. On other devices nothing is done.
 */
final class MemoryLayout {

    /** Positions of a picture from which group norms cost more than convolutions gain; measured. */
    private static final long LARGE = 32 * 32;

    private MemoryLayout() {}

    /** {@code x} (B, C, H, W) for convolutions alone. */
    static Tensor forConvolutions(Tensor x) {
        return x.device().equals(Device.CPU) ? x.contiguous(MemoryFormat.CHANNELS_LAST) : x;
    }

    /** {@code x} (B, C, H, W) for convolutions with group norms between them. */
    static Tensor forNorms(Tensor x) {
        if (!x.device().equals(Device.CPU)) {
            return x;
        }
        boolean large = x.size(2) * x.size(3) >= LARGE;
        return x.contiguous(large ? MemoryFormat.CONTIGUOUS : MemoryFormat.CHANNELS_LAST);
    }
}
