package org.gatun.run;

import java.util.List;
import org.gatun.config.ConditionSettings;
import org.gatun.config.ConfigException;
import org.gatun.config.FirstStageSettings;
import org.gatun.config.SecondStageSettings;
import org.gatun.data.PictureKind;
import org.gatun.gpt.CodeTransformerConfig;
import org.gatun.gpt.ConditionTokens;
import org.gatun.gpt.PictureCondition;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.vqgan.VqModel;

/** What stands before the codes of a transformer, and what it is made from (the reference's {@code cond_stage}). */
public sealed interface ConditionStage {

    /** Its tokens. */
    ConditionTokens tokens();

    /** Nothing: one and the same token. */
    record Start(ConditionTokens tokens) implements ConditionStage {}

    /**
     * A class.
     *
     * @param classes their names, in the order of their labels
     */
    record Classes(ConditionTokens tokens, List<String> classes) implements ConditionStage {

        public Classes {
            classes = List.copyOf(classes);
        }
    }

    /**
     * A picture, as a map of indices in raster order.
     *
     * @param condition makes the indices
     * @param kind what the files hold
     * @param ofItself whether it is made from the picture itself: a smaller copy, or its coordinates
     */
    record Pictures(ConditionTokens tokens, PictureCondition condition, PictureKind kind, boolean ofItself)
            implements ConditionStage {

        /** Pictures (B, C, H, W) to tokens (B, h * w). */
        public Tensor tokensOf(Tensor pictures) {
            try (TensorScope scope = TensorScope.open()) {
                return scope.moveToOuter(
                        tokens.tokens(condition.indices(pictures).flatten(1)));
            }
        }
    }

    /**
     * The one that is configured.
     *
     * @param firstStage the transformer's
     * @param condStage that of the condition, or null if it needs none
     * @param classes names of the classes, if there are any
     * @throws ConfigException if the parts don't fit together
     */
    static ConditionStage of(
            SecondStageSettings settings, VqModel firstStage, VqModel condStage, List<String> classes) {
        CodeTransformerConfig shape = settings.toCodeTransformerConfig();
        int pixels = shape.width() * firstStage.config().autoencoder().downsamplingFactor();
        ConditionSettings condition = settings.effectiveCondition();
        int offset = settings.condTokenOffset()
                + (condition instanceof ConditionSettings.Unconditional ? settings.sosToken() : 0);
        ConditionStage stage =
                of(condition, offset, settings.downsampleCondSize(), pixels, firstStage, condStage, classes);
        check(stage.tokens(), shape, settings.condDropout());
        return stage;
    }

    /**
     * One for a transformer that is still to be made.
     *
     * @param firstToken the token of the condition's index 0
     * @param downsampledSize height and width to which conditions are resized first; -1 for not
     * @param pixels height and width of the transformer's pictures
     */
    static ConditionStage of(
            ConditionSettings condition,
            int firstToken,
            int downsampledSize,
            int pixels,
            VqModel firstStage,
            VqModel condStage,
            List<String> classes) {
        return switch (condition) {
            case ConditionSettings.Unconditional() -> new Start(new ConditionTokens(1, 1, firstToken));
            case ConditionSettings.StartToken(int token) -> new Start(new ConditionTokens(1, 1, firstToken + token));
            case ConditionSettings.ClassLabel(int count) ->
                new Classes(new ConditionTokens(1, count, firstToken), classes);
            case ConditionSettings.Coordinates(var coordinates) ->
                pictures(
                        new PictureCondition.Coordinates(coordinates),
                        new PictureKind.Coordinates(),
                        true,
                        pixels,
                        firstToken);
            case ConditionSettings.FirstStage() ->
                pictures(
                        new PictureCondition.Codes(firstStage, downsampledSize),
                        new PictureKind.Color(),
                        true,
                        pixels,
                        firstToken);
            case ConditionSettings.Picture(FirstStageSettings model) ->
                pictures(
                        new PictureCondition.Codes(condStage, downsampledSize),
                        FirstStage.kind(model),
                        false,
                        pixels,
                        firstToken);
            case ConditionSettings.Given(String key) ->
                throw new ConfigException("the condition '" + key + "' has no stage that makes it");
        };
    }

    private static Pictures pictures(
            PictureCondition condition, PictureKind kind, boolean ofItself, int pixels, int offset) {
        int side = condition.side(pixels);
        if (side < 1) {
            throw new ConfigException(
                    "the condition of a picture of " + pixels + "x" + pixels + " pixels has no index");
        }
        return new Pictures(
                new ConditionTokens(side * side, condition.vocabulary(), offset), condition, kind, ofItself);
    }

    private static void check(ConditionTokens tokens, CodeTransformerConfig shape, double dropout) {
        int needed = dropout > 0 ? tokens.vocabSize() : tokens.nullToken();
        if (needed > shape.gpt().vocabSize()) {
            throw new ConfigException("vocab_size " + shape.gpt().vocabSize()
                    + " has no room for the condition's tokens " + tokens.firstToken() + " to " + (needed - 1));
        }
        int length = tokens.length() + shape.codes() - 1;
        if (length > shape.gpt().blockSize()) {
            throw new ConfigException(
                    "a condition of " + tokens.length() + " tokens and " + shape.height() + "x" + shape.width()
                            + " codes do not fit into block_size " + shape.gpt().blockSize());
        }
    }
}
