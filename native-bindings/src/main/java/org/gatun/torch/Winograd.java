package org.gatun.torch;

import org.gatun.torch.ffm.gatun_h;

/**
 * 3x3 convolutions of float32 on the CPU by Winograd's minimal filtering, F(4x4, 3x3): a quarter of the multiplications of the direct
 * convolution, which is what libtorch computes on a CPU, in the forward pass and in both gradients. Results differ from the direct
 * ones by rounding, some 1e-5 of the largest. The formulas are those of Lavin and Gray, <em>Fast Algorithms for Convolutional Neural
 * Networks</em> (2016).
 */
public final class Winograd {

    static {
        LibTorch.load();
    }

    private Winograd() {}

    /**
     * Whether this machine computes large convolutions faster this way than libtorch does: a CPU with AVX2 but without AVX-512, where
     * it has not been measured, and a libtorch with MKL.
     */
    public static boolean isFaster() {
        return gatun_h.gatun_winograd_is_faster() == 1;
    }

    /**
     * Whether {@link #conv2d} can compute this convolution and is faster: on a machine where it {@linkplain #isFaster() is} at all, with
     * at least 32 channels in and out, at least 32 tiles of 4x4 in the batch, most of which are complete, all contiguous, and no
     * autocast.
     *
     * @param input (B, in, H, W)
     * @param weight (out, in, 3, 3)
     */
    public static boolean pays(Tensor input, Tensor weight) {
        int pays = gatun_h.gatun_winograd_pays(input.handle(), weight.handle());
        if (pays < 0) {
            throw TorchException.in("winograd_pays", input, weight);
        }
        return pays == 1;
    }

    /**
     * {@code conv2d} of stride 1 and padding 1: (B, in, H, W) to (B, out, H, W). Gradients are recorded as for any operator.
     *
     * @param input (B, in, H, W), contiguous float32 on the CPU, as are the others
     * @param weight (out, in, 3, 3)
     * @param bias (out), or null
     * @throws TorchException if a tensor is none of these, or the CPU has no AVX2
     */
    public static Tensor conv2d(Tensor input, Tensor weight, Tensor bias) {
        long result = gatun_h.gatun_winograd_conv2d(input.handle(), weight.handle(), Tensor.handleOrAbsent(bias));
        if (result == 0) {
            throw TorchException.in("winograd_conv2d", input, weight, bias);
        }
        return Tensor.adopt(result);
    }
}
