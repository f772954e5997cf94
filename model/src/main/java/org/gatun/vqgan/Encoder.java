package org.gatun.vqgan;

import java.util.ArrayList;
import java.util.List;
import org.gatun.nn.Conv2d;
import org.gatun.nn.GroupNorm;
import org.gatun.nn.Module;
import org.gatun.nn.ParameterPath;
import org.gatun.nn.Stage;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;

/** E: a picture to features, (B, 3, H, W) to (B, z_channels, H/f, W/f) (arXiv 2012.09841, table 7). */
final class Encoder {

    private final List<Stage> stages = new ArrayList<>();
    private final GroupNorm normOut;
    private final Conv2d convOut;

    Encoder(ParameterPath path, AutoencoderConfig config) {
        Layers layers = Layers.of(config);
        Conv2d convIn = layers.conv3x3(path.at("conv_in"), config.inChannels(), config.ch());
        stages.add(Stage.at((x, _) -> convIn.forward(x), path.at("conv_in"))); // (B, ch, H, W)
        int channels = config.ch();
        int resolution = config.resolution();
        int last = config.chMult().size() - 1;
        for (int level = 0; level <= last; level++) {
            ParameterPath down = path.at("down").at(level);
            int outChannels = config.ch() * config.chMult().get(level);
            ResolutionLevel blocks = new ResolutionLevel(
                    down,
                    layers,
                    channels,
                    outChannels,
                    config.numResBlocks(),
                    config.attnResolutions().contains(resolution),
                    config.dropout());
            stages.addAll(blocks.stages());
            channels = outChannels;
            if (level != last) {
                Module downsample = layers.downsample(down.at("downsample"), channels);
                stages.add(Stage.at((x, _) -> downsample.forward(x), down.at("downsample")));
                resolution /= 2;
            }
        }
        MiddleBlock mid = new MiddleBlock(path.at("mid"), layers, channels, config.dropout());
        stages.add(Stage.at(mid::forward, path.at("mid"))); // (B, C, H/f, W/f)
        this.normOut = layers.norm(path.at("norm_out"), channels);
        int zChannels = config.doubleZ() ? 2 * config.zChannels() : config.zChannels();
        this.convOut = layers.conv3x3(path.at("conv_out"), channels, zChannels);
        stages.add(Stage.at((x, _) -> out(x), path.at("norm_out"), path.at("conv_out")));
    }

    /** What it does, one after the other. */
    List<Stage> stages() {
        return stages;
    }

    Tensor forward(Tensor x, boolean training) {
        return Stage.forward(stages, x, training);
    }

    /** (B, C, H/f, W/f) to (B, z_channels, H/f, W/f). */
    private Tensor out(Tensor h) {
        try (TensorScope scope = TensorScope.open()) {
            return scope.moveToOuter(convOut.forward(normOut.forward(h).silu()));
        }
    }
}
