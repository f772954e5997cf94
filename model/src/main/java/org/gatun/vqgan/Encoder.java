package org.gatun.vqgan;

import java.util.ArrayList;
import java.util.List;
import org.gatun.nn.Conv2d;
import org.gatun.nn.GroupNorm;
import org.gatun.nn.Module;
import org.gatun.nn.ParameterPath;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;

/** E: a picture to features, (B, 3, H, W) to (B, z_channels, H/f, W/f) (arXiv 2012.09841, table 7). */
final class Encoder {

    private final Conv2d convIn;
    private final List<ResolutionLevel> levels = new ArrayList<>();
    private final List<Module> downsamples = new ArrayList<>();
    private final MiddleBlock mid;
    private final GroupNorm normOut;
    private final Conv2d convOut;

    Encoder(ParameterPath path, AutoencoderConfig config) {
        Layers layers = Layers.of(config);
        this.convIn = layers.conv3x3(path.at("conv_in"), config.inChannels(), config.ch());
        int channels = config.ch();
        int resolution = config.resolution();
        int last = config.chMult().size() - 1;
        for (int level = 0; level <= last; level++) {
            ParameterPath down = path.at("down").at(level);
            int outChannels = config.ch() * config.chMult().get(level);
            levels.add(new ResolutionLevel(
                    down,
                    layers,
                    channels,
                    outChannels,
                    config.numResBlocks(),
                    config.attnResolutions().contains(resolution),
                    config.dropout()));
            channels = outChannels;
            if (level != last) {
                downsamples.add(layers.downsample(down.at("downsample"), channels));
                resolution /= 2;
            }
        }
        this.mid = new MiddleBlock(path.at("mid"), layers, channels, config.dropout());
        this.normOut = layers.norm(path.at("norm_out"), channels);
        int zChannels = config.doubleZ() ? 2 * config.zChannels() : config.zChannels();
        this.convOut = layers.conv3x3(path.at("conv_out"), channels, zChannels);
    }

    Tensor forward(Tensor x, boolean training) {
        try (TensorScope scope = TensorScope.open()) {
            Tensor h = convIn.forward(x); // (B, ch, H, W)
            for (int level = 0; level < levels.size(); level++) {
                h = levels.get(level).forward(h, training);
                if (level < downsamples.size()) {
                    h = downsamples.get(level).forward(h);
                }
            }
            h = mid.forward(h, training); // (B, C, H/f, W/f)
            return scope.moveToOuter(convOut.forward(normOut.forward(h).silu())); // (B, z_channels, H/f, W/f)
        }
    }
}
