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

/** G: features to a picture, (B, z_channels, h, w) to (B, 3, f*h, f*w) (arXiv 2012.09841, table 7). */
final class Decoder {

    private final ParameterPath path;
    private final List<Stage> stages = new ArrayList<>();
    private final GroupNorm normOut;
    private final Conv2d convOut;

    Decoder(ParameterPath path, AutoencoderConfig config) {
        this.path = path;
        Layers layers = Layers.of(config);
        int last = config.chMult().size() - 1;
        int channels = config.ch() * config.chMult().get(last);
        int resolution = config.codeResolution();
        Conv2d convIn = layers.conv3x3(path.at("conv_in"), config.zChannels(), channels);
        stages.add(Stage.at((z, _) -> convIn.forward(z), path.at("conv_in")));
        MiddleBlock mid = new MiddleBlock(path.at("mid"), layers, channels, config.dropout());
        stages.add(Stage.at(mid::forward, path.at("mid"))); // (B, C, h, w)
        // From the lowest resolution up; the reference numbers them the other way round.
        for (int level = last; level >= 0; level--) {
            ParameterPath up = path.at("up").at(level);
            int outChannels = config.ch() * config.chMult().get(level);
            ResolutionLevel blocks = new ResolutionLevel(
                    up,
                    layers,
                    channels,
                    outChannels,
                    config.numResBlocks() + 1,
                    config.attnResolutions().contains(resolution),
                    config.dropout());
            stages.addAll(blocks.stages());
            channels = outChannels;
            if (level != 0) {
                Module upsample = layers.upsample(up.at("upsample"), channels);
                stages.add(Stage.at((x, _) -> upsample.forward(x), up.at("upsample")));
                resolution *= 2;
            }
        }
        this.normOut = layers.norm(path.at("norm_out"), channels);
        this.convOut = layers.conv3x3(path.at("conv_out"), channels, config.outCh());
    }

    /** What it does before {@link #head}, one after the other. */
    List<Stage> stages() {
        return stages;
    }

    Tensor forward(Tensor z, boolean training) {
        try (TensorScope scope = TensorScope.open()) {
            return scope.moveToOuter(head(Stage.forward(stages, z, training)));
        }
    }

    /** (B, ch, f*h, f*w) to a picture (B, out_ch, f*h, f*w). */
    Tensor head(Tensor h) {
        try (TensorScope scope = TensorScope.open()) {
            return scope.moveToOuter(convOut.forward(normOut.forward(h).silu()));
        }
    }

    /** {@link #head} as a stage. */
    Stage headStage() {
        return Stage.at((h, _) -> head(h), path.at("norm_out"), path.at("conv_out"));
    }

    /** The last layer's weight, at which the adaptive weight of the GAN loss is measured. */
    Tensor lastLayer() {
        return convOut.weight();
    }
}
