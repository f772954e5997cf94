package org.gatun.torch;

import org.gatun.torch.ffm.gatun_h;

/**
 * 3x3 convolutions of float32 on the CPU by Winograd's minimal filtering, F(4x4, 3x3): a quarter of the multiplications of the direct
 * convolution, which is what libtorch computes on a CPU, in the forward pass and in both gradients. Results differ from the direct
 * ones by rounding, some 1e-5 of the largest; a value that is not finite makes more of its neighbours NaN. The formulas are those of Lavin and Gray, <em>Fast Algorithms for Convolutional Neural
 * Networks</em> (2016).
 */
public final class Winograd {

    static {
        LibTorch.load();
    }

    private Winograd() {}

    /**
     * Whether {@link #conv2d} is faster than libtorch: on a CPU with AVX2 but without AVX-512, where it has not been measured, with a
     * libtorch that has MKL, outside autocast, for float32, from 64 channels and 32 tiles of 4x4 in the batch, most of them complete
     * (64 tiles where there are fewer than 128 channels).
     *
     * @param pictures (B, any, H, W), in any memory format
     * @param channels the smaller number of those that go in and come out
     */
    public static boolean isFaster(Tensor pictures, long channels) {
        int faster = gatun_h.gatun_winograd_is_faster(pictures.handle(), channels);
        if (faster < 0) {
            throw TorchException.in("winograd_is_faster", pictures);
        }
        return faster == 1;
    }

    /**
     * Whether {@link #conv2d} {@linkplain #isFaster is faster} for these tensors and takes them as they are, which is contiguous.
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
