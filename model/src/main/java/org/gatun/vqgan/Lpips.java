package org.gatun.vqgan;

import java.util.ArrayList;
import java.util.List;
import org.gatun.nn.Conv2d;
import org.gatun.nn.Init;
import org.gatun.nn.ParameterPath;
import org.gatun.torch.Autocast;
import org.gatun.torch.DType;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;

/**
 * The learned perceptual distance (arXiv 1801.03924) on VGG16, in evaluation mode and never below float32. Parameters {@code net.*}
 * and {@code lin<k>.model.1.weight}; it has random weights until a file's are loaded, and its store is the caller's.
 */
public final class Lpips {

    private static final double EPS = 1e-10;
    private static final float[] SHIFT = {-0.030f, -0.088f, -0.188f};
    private static final float[] SCALE = {0.458f, 0.448f, 0.450f};

    private final ParameterPath path;
    private final Vgg16Features net;

    /** The mean and deviation of ImageNet's pictures, for pictures in [-1, 1]: (1, 3, 1, 1). */
    private final Tensor shift;

    private final Tensor scale;
    private final List<Conv2d> lins = new ArrayList<>();

    public Lpips(ParameterPath path) {
        if (path.dtype() != DType.FLOAT32 && path.dtype() != DType.FLOAT64) {
            throw new IllegalArgumentException(
                    "LPIPS needs float32 or float64, not " + path.dtype().torchName());
        }
        this.path = path;
        this.net = new Vgg16Features(path.at("net"));
        try (TensorScope _ = TensorScope.open()) {
            this.shift = path.constant(Tensor.of(SHIFT, 1, 3, 1, 1).to(path.dtype(), path.device()));
            this.scale = path.constant(Tensor.of(SCALE, 1, 3, 1, 1).to(path.dtype(), path.device()));
        }
        for (int k = 0; k < Vgg16Features.CHANNELS.size(); k++) {
            long channels = Vgg16Features.CHANNELS.get(k);
            ParameterPath model = path.at("lin" + k).at("model").at(1); // 0 is a dropout
            lins.add(new Conv2d(model, channels, 1, 1, 1, 0, false, Init.uniform(0, 1.0 / channels), Init.ZEROS));
        }
    }

    /** The slice, from 1, in which layer {@code layer} of torchvision's {@code vgg16().features} stands. */
    public static int slice(int layer) {
        return Vgg16Features.slice(layer);
    }

    /** The distance of pictures (B, 3, H, W) in [-1, 1]: (B, 1, 1, 1). */
    public Tensor forward(Tensor a, Tensor b) {
        try (TensorScope scope = TensorScope.open();
                var _ = Autocast.disable(a.device().type())) {
            List<Tensor> featuresA = net.forward(scaled(a));
            List<Tensor> featuresB = net.forward(scaled(b));
            Tensor distance = null;
            for (int k = 0; k < lins.size(); k++) {
                Tensor difference = normalize(featuresA.get(k))
                        .sub(normalize(featuresB.get(k)))
                        .square(); // (B, C, h, w)
                Tensor layer = lins.get(k).forward(difference).mean(new long[] {2, 3}, true); // (B, 1, 1, 1)
                distance = distance == null ? layer : distance.add(layer);
            }
            return scope.moveToOuter(distance);
        }
    }

    private Tensor scaled(Tensor x) {
        return MemoryLayout.forConvolutions3x3(x.to(path.dtype()), Vgg16Features.CHANNELS.getFirst())
                .sub(shift)
                .div(scale);
    }

    /** Each position's feature vector divided by its length; the length's gradient at 0 is 0 and not infinite. */
    private static Tensor normalize(Tensor features) {
        return features.div(features.linalg_vector_norm(2, new long[] {1}, true).add(EPS));
    }
}
