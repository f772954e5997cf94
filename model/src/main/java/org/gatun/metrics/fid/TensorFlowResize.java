package org.gatun.metrics.fid;

import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;

/**
 * Bilinear interpolation as TensorFlow 1's {@code resize_bilinear} does it, which is not PyTorch's: output pixel i looks at the input at
 * i * in / out, without half a pixel's shift. The FID is defined with it.
 */
final class TensorFlowResize {

    private TensorFlowResize() {}

    /** (B, C, H, W) to (B, C, height, width). */
    static Tensor bilinear(Tensor x, long height, long width) {
        try (TensorScope scope = TensorScope.open()) {
            return scope.moveToOuter(along(2, along(3, x, width), height));
        }
    }

    private static Tensor along(int dim, Tensor x, long size) {
        int out = Math.toIntExact(size);
        long last = x.size(dim) - 1;
        float scale = (float) ((double) x.size(dim) / out);
        long[] low = new long[out];
        long[] high = new long[out];
        float[] share = new float[out];
        for (int i = 0; i < out; i++) {
            float position = i * scale;
            low[i] = (long) position;
            high[i] = Math.min(low[i] + 1, last);
            share[i] = position - low[i];
        }
        Tensor below = x.index_select(dim, Tensor.of(low, out).to(x.device()));
        Tensor above = x.index_select(dim, Tensor.of(high, out).to(x.device()));
        long[] shape = {1, 1, 1, 1};
        shape[dim] = out;
        Tensor weight = Tensor.of(share, shape).to(x.dtype(), x.device());
        return below.add(above.sub(below).mul(weight));
    }
}
