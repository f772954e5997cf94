package org.gatun.metrics.fid;

import java.util.List;
import org.gatun.metrics.EightBitPixels;
import org.gatun.nn.Linear;
import org.gatun.nn.Module;
import org.gatun.nn.ParameterPath;
import org.gatun.torch.Autocast;
import org.gatun.torch.Autograd;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;

/**
 * The Inception v3 of December 2015 by which the Fréchet inception distance is defined (arXiv 1706.08500), under the names of the
 * PyTorch copy of its weights ({@code pt_inception-2015-12-05-6726825d.pth}). Weights are random until a file's are loaded; their store
 * is the caller's.
 */
public final class InceptionV3 {

    /** Width of the features. */
    public static final int FEATURES = 2048;

    private static final int CLASSES = 1008;
    private static final long SIZE = 299;
    private static final long[] POOL = {3};
    private static final long[] STRIDE = {2};

    private final ParameterPath path;
    private final List<Module> layers;

    public InceptionV3(ParameterPath path) {
        this.path = path;
        this.layers = List.of(
                BasicConv2d.valid(path.at("Conv2d_1a_3x3"), 3, 32, 3, 2), // 299 to 149
                BasicConv2d.valid(path.at("Conv2d_2a_3x3"), 32, 32, 3, 1), // 147
                BasicConv2d.same(path.at("Conv2d_2b_3x3"), 32, 64, 3, 3),
                InceptionV3::maxPool, // 73
                BasicConv2d.valid(path.at("Conv2d_3b_1x1"), 64, 80, 1, 1),
                BasicConv2d.valid(path.at("Conv2d_4a_3x3"), 80, 192, 3, 1), // 71
                InceptionV3::maxPool, // 35
                InceptionBlock.a(path.at("Mixed_5b"), 192, 32),
                InceptionBlock.a(path.at("Mixed_5c"), 256, 64),
                InceptionBlock.a(path.at("Mixed_5d"), 288, 64),
                InceptionBlock.b(path.at("Mixed_6a"), 288), // 17
                InceptionBlock.c(path.at("Mixed_6b"), 768, 128),
                InceptionBlock.c(path.at("Mixed_6c"), 768, 160),
                InceptionBlock.c(path.at("Mixed_6d"), 768, 160),
                InceptionBlock.c(path.at("Mixed_6e"), 768, 192),
                InceptionBlock.d(path.at("Mixed_7a"), 768), // 8
                InceptionBlock.e1(path.at("Mixed_7b"), 1280),
                InceptionBlock.e2(path.at("Mixed_7c"), 2048));
        // Nobody needs its classes, and the file has them.
        new Linear(path.at("fc"), FEATURES, CLASSES);
    }

    private static Tensor maxPool(Tensor x) {
        return x.max_pool2d(POOL, STRIDE);
    }

    /** Pictures (B, 3, H, W) in [-1, 1], taken as 8 bits hold them, to features (B, 2048). */
    public Tensor features(Tensor pictures) {
        try (TensorScope scope = TensorScope.open();
                var _ = Autograd.noGrad();
                var _ = Autocast.disable(path.device().type())) {
            Tensor pixels = EightBitPixels.of(pictures).to(path.dtype());
            Tensor x = TensorFlowResize.bilinear(pixels, SIZE, SIZE).sub(128).div(128);
            for (Module layer : layers) {
                try (TensorScope step = TensorScope.open()) {
                    x = step.moveToOuter(layer.forward(x));
                }
            }
            return scope.moveToOuter(x.mean(2, 3)); // (B, 2048, 8, 8) to (B, 2048)
        }
    }
}
