package org.gatun.vqgan;

import java.util.ArrayList;
import java.util.List;
import org.gatun.nn.BatchNorm2d;
import org.gatun.nn.Conv2d;
import org.gatun.nn.Init;
import org.gatun.nn.ParameterPath;
import org.gatun.torch.DType;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;

/**
 * PatchGAN (arXiv 1611.07004): (B, in, H, W) to a logit for each patch, (B, 1, H', W'). Parameters under {@code main.N}, numbered as
 * in the reference's {@code Sequential}.
 */
final class PatchDiscriminator {

    private static final double SLOPE = 0.2;
    private static final int KERNEL = 4;
    private static final int MAX_MULTIPLIER = 8;
    private static final Init CONV_INIT = Init.normal(0, 0.02);
    private static final Init BATCH_NORM_INIT = Init.normal(1, 0.02);

    /** A convolution and what follows it, before the leaky ReLU. */
    private record Stage(Conv2d conv, NormLayer norm) {}

    private final List<Stage> stages = new ArrayList<>();
    private final Conv2d last;
    private final DType dtype;

    /**
     * @param inChannels channels of a picture, and of its condition if it sees one
     * @param ndf filters of the first layer; they double, up to eight times as many
     * @param numLayers convolutions of stride 2
     * @param actNorm whether layers are normalised by {@code ActNorm} instead of batch statistics
     */
    public PatchDiscriminator(ParameterPath path, int inChannels, int ndf, int numLayers, boolean actNorm) {
        this.dtype = path.dtype();
        ParameterPath main = path.at("main");
        stages.add(new Stage(conv(main.at(0), inChannels, ndf, 2, true), (x, _) -> x));
        int index = 2;
        int channels = ndf;
        for (int n = 1; n <= numLayers; n++) {
            int outChannels = channels(ndf, n);
            int stride = n < numLayers ? 2 : 1;
            // A batch norm has a shift of its own.
            Conv2d conv = conv(main.at(index), channels, outChannels, stride, actNorm);
            NormLayer norm = actNorm
                    ? new ActNorm(main.at(index + 1), outChannels)
                    : new BatchNorm2d(main.at(index + 1), outChannels, BATCH_NORM_INIT)::forward;
            stages.add(new Stage(conv, norm));
            channels = outChannels;
            index += 3;
        }
        this.last = conv(main.at(index), channels, 1, 1, true);
    }

    /** Channels after the convolution {@code n}, from 0, but for the last one's. */
    static int channels(int ndf, int n) {
        return ndf * Math.min(1 << n, MAX_MULTIPLIER);
    }

    private static Conv2d conv(ParameterPath path, int inChannels, int outChannels, int stride, boolean bias) {
        Init biasInit = Init.fanIn((long) inChannels * KERNEL * KERNEL);
        return new Conv2d(path, inChannels, outChannels, KERNEL, stride, 1, bias, CONV_INIT, biasInit);
    }

    /** Logits, large where a patch looks real; of the parameters' type in mixed precision, too, as losses are. */
    public Tensor forward(Tensor input, boolean training) {
        try (TensorScope scope = TensorScope.open()) {
            Tensor h = MemoryLayout.forConvolutions(input);
            for (Stage stage : stages) {
                h = stage.norm.forward(stage.conv.forward(h), training).leaky_relu(SLOPE);
            }
            return scope.moveToOuter(last.forward(h).to(dtype));
        }
    }
}
