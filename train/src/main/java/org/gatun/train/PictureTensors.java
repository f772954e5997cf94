package org.gatun.train;

import java.awt.Color;
import org.gatun.data.PictureKind;
import org.gatun.torch.DType;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;

/** Pictures that are more, or less, than colours. */
public final class PictureTensors {

    private static final int COLORS = 3;

    /** Neighbouring hues of this share of the circle are far apart, and no two of many are the same. */
    private static final double GOLDEN_RATIO = 0.618034;

    private PictureTensors() {}

    /** Stored numbers (B, stored channels, H, W) as a network sees them, (B, channels, H, W): classes become one-hot. */
    public static Tensor ofStored(Tensor stored, PictureKind kind) {
        if (!(kind instanceof PictureKind.Segmentation(int labels))) {
            return stored;
        }
        try (TensorScope scope = TensorScope.open()) {
            Tensor classes = stored.squeeze(1).to(DType.INT64); // (B, H, W)
            return scope.moveToOuter(classes.one_hot(labels)
                    .permute(0, 3, 1, 2)
                    .to(DType.FLOAT32)
                    .contiguous());
        }
    }

    /**
     * Pictures (B, C, H, W) in colours to look at, (B, 3, H, W) in [-1, 1]: depth in grey, of classes the largest, each in a colour of its
     * own.
     */
    public static Tensor colored(Tensor pictures) {
        long channels = pictures.size(1);
        if (channels == COLORS) {
            return pictures.to(DType.FLOAT32).contiguous();
        }
        try (TensorScope scope = TensorScope.open()) {
            if (channels == 1) {
                return scope.moveToOuter(
                        pictures.to(DType.FLOAT32).repeat(1, COLORS, 1, 1).contiguous());
            }
            Tensor classes = pictures.argmax(1); // (B, H, W)
            Tensor colors = palette((int) channels).to(pictures.device());
            Tensor colored = colors.index_select(0, classes.flatten())
                    .view(classes.size(0), classes.size(1), classes.size(2), COLORS);
            return scope.moveToOuter(colored.permute(0, 3, 1, 2).contiguous());
        }
    }

    /** (classes, 3) in [-1, 1]; class 0, mostly what has no name, is black. */
    private static Tensor palette(int classes) {
        float[] colors = new float[COLORS * classes];
        for (int i = 0; i < classes; i++) {
            double hue = i * GOLDEN_RATIO;
            float[] rgb = new Color(Color.HSBtoRGB((float) (hue % 1), i % 2 == 0 ? 0.9f : 0.55f, i == 0 ? 0 : 0.9f))
                    .getRGBColorComponents(null);
            for (int channel = 0; channel < COLORS; channel++) {
                colors[COLORS * i + channel] = 2 * rgb[channel] - 1;
            }
        }
        return Tensor.of(colors, classes, COLORS);
    }
}
