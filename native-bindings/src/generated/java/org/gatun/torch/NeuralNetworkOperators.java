// Generated from ops.txt by `make bindings`; do not edit.
package org.gatun.torch;

import java.lang.foreign.MemorySegment;
import java.util.List;
import org.gatun.torch.ffm.gatun_h;

/** Methods of {@link Tensor}: PyTorch's group "NeuralNetwork". */
sealed interface NeuralNetworkOperators permits Tensor {

    /** {@code max_pool2d(Tensor self, int[2] kernel_size, int[2] stride=[], int[2] padding=0, int[2] dilation=1, bool ceil_mode=False) -> Tensor} */
    default Tensor max_pool2d(long[] kernel_size, long[] stride, long[] padding, long[] dilation, boolean ceil_mode) {
        Tensor self = (Tensor) this;
        CallArguments memory = CallArguments.begin();
        long result = gatun_h.gatun_max_pool2d(self.handle(), CallArguments.element(kernel_size, 0, 2), CallArguments.element(kernel_size, 1, 2), memory.longs(stride), stride.length, CallArguments.element(padding, 0, 2), CallArguments.element(padding, 1, 2), CallArguments.element(dilation, 0, 2), CallArguments.element(dilation, 1, 2), ceil_mode ? 1 : 0);
        if (result == 0) {
            throw TorchException.in("max_pool2d", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code max_pool2d(Tensor self, int[2] kernel_size, int[2] stride=[], int[2] padding=0, int[2] dilation=1, bool ceil_mode=False) -> Tensor} */
    default Tensor max_pool2d(long[] kernel_size, long[] stride, long[] padding, long[] dilation) {
        return max_pool2d(kernel_size, stride, padding, dilation, false);
    }

    /** {@code max_pool2d(Tensor self, int[2] kernel_size, int[2] stride=[], int[2] padding=0, int[2] dilation=1, bool ceil_mode=False) -> Tensor} */
    default Tensor max_pool2d(long[] kernel_size, long[] stride, long[] padding) {
        return max_pool2d(kernel_size, stride, padding, new long[] {1}, false);
    }

    /** {@code max_pool2d(Tensor self, int[2] kernel_size, int[2] stride=[], int[2] padding=0, int[2] dilation=1, bool ceil_mode=False) -> Tensor} */
    default Tensor max_pool2d(long[] kernel_size, long... stride) {
        return max_pool2d(kernel_size, stride, new long[] {0}, new long[] {1}, false);
    }

    /** {@code max_pool2d(Tensor self, int[2] kernel_size, int[2] stride=[], int[2] padding=0, int[2] dilation=1, bool ceil_mode=False) -> Tensor} */
    default Tensor max_pool2d(long[] kernel_size) {
        return max_pool2d(kernel_size, new long[0], new long[] {0}, new long[] {1}, false);
    }

    /** {@code avg_pool2d(Tensor self, int[2] kernel_size, int[2] stride=[], int[2] padding=0, bool ceil_mode=False, bool count_include_pad=True, int? divisor_override=None) -> Tensor} */
    default Tensor avg_pool2d(long[] kernel_size, long[] stride, long[] padding, boolean ceil_mode, boolean count_include_pad, Long divisor_override) {
        Tensor self = (Tensor) this;
        CallArguments memory = CallArguments.begin();
        long result = gatun_h.gatun_avg_pool2d(self.handle(), CallArguments.element(kernel_size, 0, 2), CallArguments.element(kernel_size, 1, 2), memory.longs(stride), stride.length, CallArguments.element(padding, 0, 2), CallArguments.element(padding, 1, 2), ceil_mode ? 1 : 0, count_include_pad ? 1 : 0, divisor_override == null ? 0 : divisor_override, divisor_override == null ? 0 : 1);
        if (result == 0) {
            throw TorchException.in("avg_pool2d", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code avg_pool2d(Tensor self, int[2] kernel_size, int[2] stride=[], int[2] padding=0, bool ceil_mode=False, bool count_include_pad=True, int? divisor_override=None) -> Tensor} */
    default Tensor avg_pool2d(long[] kernel_size, long[] stride, long[] padding, boolean ceil_mode, boolean count_include_pad, long divisor_override) {
        return avg_pool2d(kernel_size, stride, padding, ceil_mode, count_include_pad, (Long) divisor_override);
    }

    /** {@code avg_pool2d(Tensor self, int[2] kernel_size, int[2] stride=[], int[2] padding=0, bool ceil_mode=False, bool count_include_pad=True, int? divisor_override=None) -> Tensor} */
    default Tensor avg_pool2d(long[] kernel_size, long[] stride, long[] padding, boolean ceil_mode, boolean count_include_pad) {
        return avg_pool2d(kernel_size, stride, padding, ceil_mode, count_include_pad, (Long) null);
    }

    /** {@code avg_pool2d(Tensor self, int[2] kernel_size, int[2] stride=[], int[2] padding=0, bool ceil_mode=False, bool count_include_pad=True, int? divisor_override=None) -> Tensor} */
    default Tensor avg_pool2d(long[] kernel_size, long[] stride, long[] padding, boolean ceil_mode) {
        return avg_pool2d(kernel_size, stride, padding, ceil_mode, true, (Long) null);
    }

    /** {@code avg_pool2d(Tensor self, int[2] kernel_size, int[2] stride=[], int[2] padding=0, bool ceil_mode=False, bool count_include_pad=True, int? divisor_override=None) -> Tensor} */
    default Tensor avg_pool2d(long[] kernel_size, long[] stride, long[] padding) {
        return avg_pool2d(kernel_size, stride, padding, false, true, (Long) null);
    }

    /** {@code avg_pool2d(Tensor self, int[2] kernel_size, int[2] stride=[], int[2] padding=0, bool ceil_mode=False, bool count_include_pad=True, int? divisor_override=None) -> Tensor} */
    default Tensor avg_pool2d(long[] kernel_size, long... stride) {
        return avg_pool2d(kernel_size, stride, new long[] {0}, false, true, (Long) null);
    }

    /** {@code avg_pool2d(Tensor self, int[2] kernel_size, int[2] stride=[], int[2] padding=0, bool ceil_mode=False, bool count_include_pad=True, int? divisor_override=None) -> Tensor} */
    default Tensor avg_pool2d(long[] kernel_size) {
        return avg_pool2d(kernel_size, new long[0], new long[] {0}, false, true, (Long) null);
    }

    /** {@code adaptive_avg_pool2d(Tensor self, SymInt[2] output_size) -> Tensor} */
    default Tensor adaptive_avg_pool2d(long[] output_size) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_adaptive_avg_pool2d(self.handle(), CallArguments.element(output_size, 0, 2), CallArguments.element(output_size, 1, 2));
        if (result == 0) {
            throw TorchException.in("adaptive_avg_pool2d", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code upsample_nearest2d(Tensor self, SymInt[2] output_size, float? scales_h=None, float? scales_w=None) -> Tensor} */
    default Tensor upsample_nearest2d(long[] output_size, Double scales_h, Double scales_w) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_upsample_nearest2d(self.handle(), CallArguments.element(output_size, 0, 2), CallArguments.element(output_size, 1, 2), scales_h == null ? 0.0 : scales_h, scales_h == null ? 0 : 1, scales_w == null ? 0.0 : scales_w, scales_w == null ? 0 : 1);
        if (result == 0) {
            throw TorchException.in("upsample_nearest2d", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code upsample_nearest2d(Tensor self, SymInt[2] output_size, float? scales_h=None, float? scales_w=None) -> Tensor} */
    default Tensor upsample_nearest2d(long[] output_size, double scales_h, double scales_w) {
        return upsample_nearest2d(output_size, (Double) scales_h, (Double) scales_w);
    }

    /** {@code upsample_nearest2d(Tensor self, SymInt[2] output_size, float? scales_h=None, float? scales_w=None) -> Tensor} */
    default Tensor upsample_nearest2d(long[] output_size, Double scales_h) {
        return upsample_nearest2d(output_size, scales_h, (Double) null);
    }

    /** {@code upsample_nearest2d(Tensor self, SymInt[2] output_size, float? scales_h=None, float? scales_w=None) -> Tensor} */
    default Tensor upsample_nearest2d(long[] output_size, double scales_h) {
        return upsample_nearest2d(output_size, (Double) scales_h, (Double) null);
    }

    /** {@code upsample_nearest2d(Tensor self, SymInt[2] output_size, float? scales_h=None, float? scales_w=None) -> Tensor} */
    default Tensor upsample_nearest2d(long[] output_size) {
        return upsample_nearest2d(output_size, (Double) null, (Double) null);
    }

    /** {@code upsample_bilinear2d(Tensor self, SymInt[2] output_size, bool align_corners, float? scales_h=None, float? scales_w=None) -> Tensor} */
    default Tensor upsample_bilinear2d(long[] output_size, boolean align_corners, Double scales_h, Double scales_w) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_upsample_bilinear2d(self.handle(), CallArguments.element(output_size, 0, 2), CallArguments.element(output_size, 1, 2), align_corners ? 1 : 0, scales_h == null ? 0.0 : scales_h, scales_h == null ? 0 : 1, scales_w == null ? 0.0 : scales_w, scales_w == null ? 0 : 1);
        if (result == 0) {
            throw TorchException.in("upsample_bilinear2d", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code upsample_bilinear2d(Tensor self, SymInt[2] output_size, bool align_corners, float? scales_h=None, float? scales_w=None) -> Tensor} */
    default Tensor upsample_bilinear2d(long[] output_size, boolean align_corners, double scales_h, double scales_w) {
        return upsample_bilinear2d(output_size, align_corners, (Double) scales_h, (Double) scales_w);
    }

    /** {@code upsample_bilinear2d(Tensor self, SymInt[2] output_size, bool align_corners, float? scales_h=None, float? scales_w=None) -> Tensor} */
    default Tensor upsample_bilinear2d(long[] output_size, boolean align_corners, Double scales_h) {
        return upsample_bilinear2d(output_size, align_corners, scales_h, (Double) null);
    }

    /** {@code upsample_bilinear2d(Tensor self, SymInt[2] output_size, bool align_corners, float? scales_h=None, float? scales_w=None) -> Tensor} */
    default Tensor upsample_bilinear2d(long[] output_size, boolean align_corners, double scales_h) {
        return upsample_bilinear2d(output_size, align_corners, (Double) scales_h, (Double) null);
    }

    /** {@code upsample_bilinear2d(Tensor self, SymInt[2] output_size, bool align_corners, float? scales_h=None, float? scales_w=None) -> Tensor} */
    default Tensor upsample_bilinear2d(long[] output_size, boolean align_corners) {
        return upsample_bilinear2d(output_size, align_corners, (Double) null, (Double) null);
    }

    /** {@code upsample_bicubic2d(Tensor self, SymInt[2] output_size, bool align_corners, float? scales_h=None, float? scales_w=None) -> Tensor} */
    default Tensor upsample_bicubic2d(long[] output_size, boolean align_corners, Double scales_h, Double scales_w) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_upsample_bicubic2d(self.handle(), CallArguments.element(output_size, 0, 2), CallArguments.element(output_size, 1, 2), align_corners ? 1 : 0, scales_h == null ? 0.0 : scales_h, scales_h == null ? 0 : 1, scales_w == null ? 0.0 : scales_w, scales_w == null ? 0 : 1);
        if (result == 0) {
            throw TorchException.in("upsample_bicubic2d", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code upsample_bicubic2d(Tensor self, SymInt[2] output_size, bool align_corners, float? scales_h=None, float? scales_w=None) -> Tensor} */
    default Tensor upsample_bicubic2d(long[] output_size, boolean align_corners, double scales_h, double scales_w) {
        return upsample_bicubic2d(output_size, align_corners, (Double) scales_h, (Double) scales_w);
    }

    /** {@code upsample_bicubic2d(Tensor self, SymInt[2] output_size, bool align_corners, float? scales_h=None, float? scales_w=None) -> Tensor} */
    default Tensor upsample_bicubic2d(long[] output_size, boolean align_corners, Double scales_h) {
        return upsample_bicubic2d(output_size, align_corners, scales_h, (Double) null);
    }

    /** {@code upsample_bicubic2d(Tensor self, SymInt[2] output_size, bool align_corners, float? scales_h=None, float? scales_w=None) -> Tensor} */
    default Tensor upsample_bicubic2d(long[] output_size, boolean align_corners, double scales_h) {
        return upsample_bicubic2d(output_size, align_corners, (Double) scales_h, (Double) null);
    }

    /** {@code upsample_bicubic2d(Tensor self, SymInt[2] output_size, bool align_corners, float? scales_h=None, float? scales_w=None) -> Tensor} */
    default Tensor upsample_bicubic2d(long[] output_size, boolean align_corners) {
        return upsample_bicubic2d(output_size, align_corners, (Double) null, (Double) null);
    }

    /** {@code relu(Tensor self) -> Tensor} */
    default Tensor relu() {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_relu(self.handle());
        if (result == 0) {
            throw TorchException.in("relu", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code leaky_relu(Tensor self, Scalar negative_slope=0.01) -> Tensor} */
    default Tensor leaky_relu(double negative_slope) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_leaky_relu(self.handle(), ScalarArgument.FLOAT, Double.doubleToRawLongBits(negative_slope));
        if (result == 0) {
            throw TorchException.in("leaky_relu", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code leaky_relu(Tensor self, Scalar negative_slope=0.01) -> Tensor} */
    default Tensor leaky_relu(long negative_slope) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_leaky_relu(self.handle(), ScalarArgument.INT, negative_slope);
        if (result == 0) {
            throw TorchException.in("leaky_relu", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code leaky_relu(Tensor self, Scalar negative_slope=0.01) -> Tensor} */
    default Tensor leaky_relu() {
        return leaky_relu(0.01);
    }

    /** {@code gelu(Tensor self, *, str approximate='none') -> Tensor} */
    default Tensor gelu(String approximate) {
        Tensor self = (Tensor) this;
        CallArguments memory = CallArguments.begin();
        long result = gatun_h.gatun_gelu(self.handle(), memory.string(approximate));
        if (result == 0) {
            throw TorchException.in("gelu", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code gelu(Tensor self, *, str approximate='none') -> Tensor} */
    default Tensor gelu() {
        return gelu("none");
    }

    /** {@code silu(Tensor self) -> Tensor} */
    default Tensor silu() {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_silu(self.handle());
        if (result == 0) {
            throw TorchException.in("silu", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code softplus(Tensor self, Scalar beta=1, Scalar threshold=20) -> Tensor} */
    default Tensor softplus(double beta, double threshold) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_softplus(self.handle(), ScalarArgument.FLOAT, Double.doubleToRawLongBits(beta), ScalarArgument.FLOAT, Double.doubleToRawLongBits(threshold));
        if (result == 0) {
            throw TorchException.in("softplus", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code softplus(Tensor self, Scalar beta=1, Scalar threshold=20) -> Tensor} */
    default Tensor softplus(long beta, long threshold) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_softplus(self.handle(), ScalarArgument.INT, beta, ScalarArgument.INT, threshold);
        if (result == 0) {
            throw TorchException.in("softplus", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code softplus(Tensor self, Scalar beta=1, Scalar threshold=20) -> Tensor} */
    default Tensor softplus(double beta) {
        return softplus(beta, 20.0);
    }

    /** {@code softplus(Tensor self, Scalar beta=1, Scalar threshold=20) -> Tensor} */
    default Tensor softplus(long beta) {
        return softplus(beta, 20L);
    }

    /** {@code softplus(Tensor self, Scalar beta=1, Scalar threshold=20) -> Tensor} */
    default Tensor softplus() {
        return softplus(1L, 20L);
    }

    /** {@code softmax.int(Tensor self, int dim, ScalarType? dtype=None) -> Tensor} */
    default Tensor softmax(long dim, DType dtype) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_softmax_int(self.handle(), dim, CallArguments.scalarType(dtype));
        if (result == 0) {
            throw TorchException.in("softmax", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code softmax.int(Tensor self, int dim, ScalarType? dtype=None) -> Tensor} */
    default Tensor softmax(long dim) {
        return softmax(dim, (DType) null);
    }

    /** {@code log_softmax.int(Tensor self, int dim, ScalarType? dtype=None) -> Tensor} */
    default Tensor log_softmax(long dim, DType dtype) {
        Tensor self = (Tensor) this;
        long result = gatun_h.gatun_log_softmax_int(self.handle(), dim, CallArguments.scalarType(dtype));
        if (result == 0) {
            throw TorchException.in("log_softmax", self);
        }
        return Tensor.adopt(result);
    }

    /** {@code log_softmax.int(Tensor self, int dim, ScalarType? dtype=None) -> Tensor} */
    default Tensor log_softmax(long dim) {
        return log_softmax(dim, (DType) null);
    }
}
