package org.gatun.vqgan;

import java.util.ArrayList;
import java.util.List;
import org.gatun.nn.Conv2d;
import org.gatun.nn.GroupNorm;
import org.gatun.nn.Module;
import org.gatun.nn.ParameterPath;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;

/** G: features to a picture, (B, z_channels, h, w) to (B, 3, f*h, f*w) (arXiv 2012.09841, table 7). */
final class Decoder {

    private final Conv2d convIn;
    private final MiddleBlock mid;

    /** From the lowest resolution up; the reference numbers them the other way round. */
    private final List<ResolutionLevel> levels = new ArrayList<>();

    private final List<Module> upsamples = new ArrayList<>();
    private final GroupNorm normOut;
    private final Conv2d convOut;

    Decoder(ParameterPath path, AutoencoderConfig config) {
        Layers layers = Layers.of(config);
        int last = config.chMult().size() - 1;
        int channels = config.ch() * config.chMult().get(last);
        int resolution = config.codeResolution();
        this.convIn = layers.conv3x3(path.at("conv_in"), config.zChannels(), channels);
        this.mid = new MiddleBlock(path.at("mid"), layers, channels, config.dropout());
        for (int level = last; level >= 0; level--) {
            ParameterPath up = path.at("up").at(level);
            int outChannels = config.ch() * config.chMult().get(level);
            levels.add(new ResolutionLevel(
                    up,
                    layers,
                    channels,
                    outChannels,
                    config.numResBlocks() + 1,
                    config.attnResolutions().contains(resolution),
                    config.dropout()));
            channels = outChannels;
            if (level != 0) {
                upsamples.add(layers.upsample(up.at("upsample"), channels));
                resolution *= 2;
            }
        }
        this.normOut = layers.norm(path.at("norm_out"), channels);
        this.convOut = layers.conv3x3(path.at("conv_out"), channels, config.outCh());
    }

    Tensor forward(Tensor z, boolean training) {
        try (TensorScope scope = TensorScope.open()) {
            Tensor h = mid.forward(convIn.forward(z), training); // (B, C, h, w)
            for (int i = 0; i < levels.size(); i++) {
                h = levels.get(i).forward(h, training);
                if (i < upsamples.size()) {
                    h = upsamples.get(i).forward(h);
                }
            }
            return scope.moveToOuter(convOut.forward(normOut.forward(h).silu())); // (B, out_ch, f*h, f*w)
        }
    }

    /** The last layer's weight, at which the adaptive weight of the GAN loss is measured. */
    Tensor lastLayer() {
        return convOut.weight();
    }
}
