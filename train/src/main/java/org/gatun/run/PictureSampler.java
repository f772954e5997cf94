package org.gatun.run;

import org.gatun.gpt.CodeTransformerConfig;
import org.gatun.gpt.ConditionTokens;
import org.gatun.gpt.MapPrompt;
import org.gatun.gpt.PictureCondition;
import org.gatun.gpt.Prompt;
import org.gatun.gpt.SamplingListener;
import org.gatun.gpt.SamplingOptions;
import org.gatun.gpt.SlidingWindowSampler;
import org.gatun.gpt.WindowCondition;
import org.gatun.torch.Autograd;
import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;

/** Draws pictures of any size from a second stage: of its own size as one sequence, larger ones by a sliding window. */
public final class PictureSampler {

    private final SecondStage stage;
    private final CodeTransformerConfig config;
    private final Device device;

    /** @param stage the caller's */
    public PictureSampler(SecondStage stage) {
        this.stage = stage;
        this.config = stage.transformer().config();
        this.device = stage.parameters().device();
    }

    /** Pixels a code, on a side. */
    public int codePixels() {
        return stage.firstStage().config().autoencoder().downsamplingFactor();
    }

    /** Whether maps of this size are drawn as one sequence. */
    public boolean isOwnSize(int height, int width) {
        return height == config.height() && width == config.width();
    }

    /**
     * Draws maps of codes.
     *
     * @param height codes in a column
     * @param width codes in a row
     * @param known what stays as it is; null for nothing
     * @param listener sees codes in raster order; of a sequence in another order, those that are not there yet are 0
     * @return int64 (B, height, width)
     * @throws IllegalArgumentException if the input is not what this transformer's condition is made from, or guidance is wanted and was
     *     not learned, or the transformer cannot draw maps of this size
     */
    public Tensor codes(
            ConditionInput input,
            int height,
            int width,
            KnownCodes known,
            SamplingOptions options,
            SamplingListener listener) {
        if (options.isGuided() && !stage.guidable()) {
            throw new IllegalArgumentException("a guidance scale of " + options.guidanceScale()
                    + " needs a transformer that was trained with conditions left out (cond_dropout)");
        }
        try (TensorScope scope = TensorScope.open();
                var _ = Autograd.noGrad()) {
            Tensor codes = isOwnSize(height, width)
                    ? sequence(input, known, options, listener)
                    : byWindow(input, height, width, known, options, listener);
            return scope.moveToOuter(codes);
        }
    }

    /** Codes (B, h * w) of the transformer's size as maps (B, h, w). */
    public Tensor asMap(Tensor codes) {
        return codes.view(-1, config.height(), config.width());
    }

    /** Codes (B, h, w) to pictures (B, 3, H, W). */
    public Tensor decode(Tensor codes) {
        try (TensorScope scope = TensorScope.open();
                var _ = Autograd.noGrad()) {
            return scope.moveToOuter(stage.firstStage().decodeIndices(codes));
        }
    }

    /** Pictures (B, 3, H, W) to codes (B, h, w). */
    public Tensor encode(Tensor pictures) {
        try (TensorScope scope = TensorScope.open();
                var _ = Autograd.noGrad()) {
            return scope.moveToOuter(stage.firstStage().encode(pictures, false).indices());
        }
    }

    private Tensor sequence(
            ConditionInput input, KnownCodes known, SamplingOptions options, SamplingListener listener) {
        Tensor condition = switch (stage.condition()) {
            case ConditionStage.Pictures pictures ->
                pictures.tokensOf(pictures(input, pictures, config.height(), config.width()));
            case ConditionStage.Start _, ConditionStage.Classes _ -> whole(input);
        };
        Prompt prompt = Prompt.of(condition);
        if (options.isGuided()) {
            prompt = prompt.withUnconditional(stage.condition().tokens().nullTokens(condition.size(1), device));
        }
        if (known != null) {
            prompt = prompt.completing(known.codes().flatten(1), known.known());
        }
        return asMap(stage.transformer().sample(prompt, options, listener));
    }

    private Tensor byWindow(
            ConditionInput input,
            int height,
            int width,
            KnownCodes known,
            SamplingOptions options,
            SamplingListener listener) {
        WindowCondition condition = switch (stage.condition()) {
            case ConditionStage.Pictures pictures -> windows(pictures, pictures(input, pictures, height, width));
            case ConditionStage.Start _, ConditionStage.Classes _ -> new WindowCondition.Constant(whole(input));
        };
        MapPrompt prompt = MapPrompt.of(height, width, condition);
        if (options.isGuided()) {
            prompt = prompt.withUnconditional(
                    new WindowCondition.Constant(stage.condition().tokens().nullTokens(device)));
        }
        if (known != null) {
            prompt = prompt.completing(known.codes(), known.known());
        }
        return SlidingWindowSampler.of(stage.transformer()).sample(prompt, options, listener);
    }

    /** A map of as many indices as codes is cut; another is made anew for each window, as it was in training. */
    private WindowCondition windows(ConditionStage.Pictures of, Tensor pictures) {
        int pixels = codePixels();
        ConditionTokens tokens = of.tokens();
        boolean asManyIndices = of.condition().side(pixels * config.width()) == config.width()
                && !(of.condition() instanceof PictureCondition.Codes(var _, int size) && size != -1);
        if (asManyIndices) {
            return new WindowCondition.CodeMap(tokens.tokens(of.condition().indices(pictures)));
        }
        return new WindowCondition.PerWindow(
                (top, left, window) -> of.tokensOf(pictures.narrow(2, (long) top * pixels, (long) window * pixels)
                        .narrow(3, (long) left * pixels, (long) window * pixels)));
    }

    /** One token before each picture. */
    private Tensor whole(ConditionInput input) {
        ConditionTokens tokens = stage.condition().tokens();
        if (stage.condition() instanceof ConditionStage.Classes) {
            if (!(input instanceof ConditionInput.Labels(long[] labels))) {
                throw new IllegalArgumentException("this transformer is conditioned on classes: say which");
            }
            return stage.labels().tokens(labels, device);
        }
        if (!(input instanceof ConditionInput.None(int count))) {
            throw new IllegalArgumentException("this transformer has no condition");
        }
        return tokens.tokens(Torch.zeros(new long[] {count, 1}, DType.INT64, device));
    }

    /** What a map is made of, (B, C, H, W) in pixels. */
    private Tensor pictures(ConditionInput input, ConditionStage.Pictures of, int height, int width) {
        int pixels = codePixels();
        if (of.condition() instanceof PictureCondition.Coordinates && input instanceof ConditionInput.None(int count)) {
            return PictureCondition.Coordinates.whole(height * pixels, width * pixels)
                    .to(device)
                    .repeat(count, 1, 1, 1);
        }
        if (!(input instanceof ConditionInput.Pictures(Tensor pictures))) {
            throw new IllegalArgumentException("this transformer is conditioned on pictures: say which");
        }
        if (pictures.size(2) != (long) height * pixels || pictures.size(3) != (long) width * pixels) {
            throw new IllegalArgumentException("conditions of " + pictures.size(2) + "x" + pictures.size(3)
                    + " pixels should be of " + height * pixels + "x" + width * pixels);
        }
        return pictures;
    }
}
