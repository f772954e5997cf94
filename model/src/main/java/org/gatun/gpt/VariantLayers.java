package org.gatun.gpt;

import org.gatun.nn.Init;
import org.gatun.nn.LayerNorm;
import org.gatun.nn.Module;
import org.gatun.nn.ParameterPath;
import org.gatun.nn.RmsNorm;
import org.gatun.torch.Tensor;

/** Makes the layers that depend on the {@link GptVariant}. */
final class VariantLayers {

    private static final double RMS_NORM_EPS = 1e-5;

    private VariantLayers() {}

    static Module norm(ParameterPath path, GptConfig config) {
        return switch (config.variant()) {
            case GptVariant.MinGpt() -> new LayerNorm(path, config.nEmbd());
            case GptVariant.Llama _ -> new RmsNorm(path, config.nEmbd(), RMS_NORM_EPS);
        };
    }

    static FeedForward mlp(ParameterPath path, GptConfig config, Init init) {
        return switch (config.variant()) {
            case GptVariant.MinGpt() -> new Mlp(path, config, init);
            case GptVariant.Llama _ -> new SwiGlu(path, config, init);
        };
    }

    /** Learned positions (1, block, C), or null. */
    static Tensor positionEmbeddings(ParameterPath path, GptConfig config) {
        return switch (config.variant()) {
            case GptVariant.MinGpt() -> path.parameter("pos_emb", Init.ZEROS, 1, config.blockSize(), config.nEmbd());
            case GptVariant.Llama _ -> null;
        };
    }

    /** Rotary positions, or null. */
    static RotaryEmbedding2d rotaryEmbedding(ParameterPath path, GptConfig config) {
        return switch (config.variant()) {
            case GptVariant.MinGpt() -> null;
            case GptVariant.Llama llama -> new RotaryEmbedding2d(path, llama, config.blockSize(), config.headDim());
        };
    }

    static boolean hasBias(GptConfig config) {
        return config.variant() instanceof GptVariant.MinGpt;
    }
}
