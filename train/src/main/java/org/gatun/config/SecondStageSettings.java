package org.gatun.config;

import org.gatun.gpt.CodeTransformerConfig;
import org.gatun.gpt.GptConfig;

/**
 * A transformer over the codes of a first stage: the reference's {@code Net2NetTransformer}.
 *
 * @param gpt {@code transformer_config}
 * @param firstStage {@code first_stage_config}
 * @param condition {@code cond_stage_config}
 * @param permuter {@code permuter_config}
 * @param initialWeights {@code ckpt_path} and {@code ignore_keys}
 * @param firstStageKey which part of a data set's item the first stage encodes
 * @param condStageKey which part of a data set's item the condition is
 * @param downsampleCondSize height and width to which conditions are resized; -1 for not
 * @param pkeep probability that an input code is kept in training
 * @param sosToken the start token when there is no condition
 * @param unconditional whether there is none, whatever {@code cond_stage_config} says
 * @param condTokenOffset the token of the condition's index 0: 0 in the reference, where conditions share the codes' tokens
 * @param condDropout share of conditions left out in training, so that the network can be guided; 0 in the reference
 */
public record SecondStageSettings(
        GptConfig gpt,
        FirstStageSettings firstStage,
        ConditionSettings condition,
        PermuterSettings permuter,
        InitialWeights initialWeights,
        String firstStageKey,
        String condStageKey,
        int downsampleCondSize,
        double pkeep,
        int sosToken,
        boolean unconditional,
        int condTokenOffset,
        double condDropout)
        implements ModelSettings {

    /** The reference's class. */
    public static final String TARGET = "taming.models.cond_transformer.Net2NetTransformer";

    /** The reference's default. */
    public static final String DEFAULT_FIRST_STAGE_KEY = "image";

    /** The reference's default. */
    public static final String DEFAULT_COND_STAGE_KEY = "depth";

    public SecondStageSettings {
        if (!(pkeep >= 0 && pkeep <= 1)) {
            throw new IllegalArgumentException("pkeep must be in [0, 1], not " + pkeep);
        }
        if (sosToken < 0) {
            throw new IllegalArgumentException("sos_token must not be negative, and is " + sosToken);
        }
        if (condTokenOffset < 0) {
            throw new IllegalArgumentException("cond_token_offset must not be negative, and is " + condTokenOffset);
        }
        if (!(condDropout >= 0 && condDropout < 1)) {
            throw new IllegalArgumentException("cond_dropout must be in [0, 1), not " + condDropout);
        }
        if (downsampleCondSize < -1 || downsampleCondSize == 0) {
            throw new IllegalArgumentException("downsample_cond_size must be -1 or a size, not " + downsampleCondSize);
        }
    }

    /** In raster order, every input kept, from random weights; {@code condStageKey} names the condition in the data set. */
    public static SecondStageSettings of(
            GptConfig gpt, FirstStageSettings firstStage, ConditionSettings condition, String condStageKey) {
        return new SecondStageSettings(
                gpt,
                firstStage,
                condition,
                new PermuterSettings.Identity(),
                InitialWeights.RANDOM,
                DEFAULT_FIRST_STAGE_KEY,
                condStageKey,
                -1,
                1,
                0,
                false,
                0,
                0);
    }

    /** The same over other stages. */
    public SecondStageSettings withStages(FirstStageSettings otherFirstStage, ConditionSettings otherCondition) {
        return new SecondStageSettings(
                gpt,
                otherFirstStage,
                otherCondition,
                permuter,
                initialWeights,
                firstStageKey,
                condStageKey,
                downsampleCondSize,
                pkeep,
                sosToken,
                unconditional,
                condTokenOffset,
                condDropout);
    }

    @Override
    public String target() {
        return TARGET;
    }

    /** The condition that counts: {@code unconditional} overrides all but {@code __is_first_stage__}, as in the reference. */
    public ConditionSettings effectiveCondition() {
        return unconditional && !(condition instanceof ConditionSettings.FirstStage)
                ? new ConditionSettings.Unconditional()
                : condition;
    }

    /**
     * What the network is built from, for pictures of the first stage's resolution, or of the permuter's size.
     *
     * @throws ConfigException if this is not supported yet, or the parts don't fit together
     */
    public CodeTransformerConfig toCodeTransformerConfig() {
        if (effectiveCondition() instanceof ConditionSettings.Given given) {
            throw ConfigException.notSupported(
                    "the condition '" + given.conditionalKey() + "' by taming.models.dummy_cond_stage.DummyCondStage");
        }
        int side = firstStage.autoencoder().codeResolution();
        int height = permuter instanceof PermuterSettings.Permuted permuted ? permuted.height() : side;
        int width = permuter instanceof PermuterSettings.Permuted permuted ? permuted.width() : side;
        try {
            return new CodeTransformerConfig(
                    gpt, firstStage.toVqModelConfig().quantizer().numCodes(), height, width, permuter.order(), pkeep);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new ConfigException("the transformer's parts don't fit together: " + e.getMessage(), e);
        }
    }
}
