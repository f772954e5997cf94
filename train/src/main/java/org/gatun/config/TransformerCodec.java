package org.gatun.config;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code taming.models.cond_transformer.Net2NetTransformer}; {@code cond_token_offset} and {@code cond_dropout} are ours, and written only
 * where they are used.
 */
final class TransformerCodec {

    private TransformerCodec() {}

    static SecondStageSettings read(Section params) {
        params.known(
                "transformer_config",
                "first_stage_config",
                "cond_stage_config",
                "permuter_config",
                InitialWeightsCodec.CKPT_PATH,
                InitialWeightsCodec.IGNORE_KEYS,
                "first_stage_key",
                "cond_stage_key",
                "downsample_cond_size",
                "pkeep",
                "sos_token",
                "unconditional",
                "cond_token_offset",
                "cond_dropout");
        return params.build(() -> new SecondStageSettings(
                GptCodec.CLASSES.read(params.section("transformer_config")),
                FirstStageCodec.CLASSES.read(params.section("first_stage_config")),
                ConditionCodec.read(params, "cond_stage_config"),
                params.optionalSection("permuter_config")
                        .map(PermuterCodec.CLASSES::read)
                        .orElse(new PermuterSettings.Identity()),
                InitialWeightsCodec.read(params),
                params.text("first_stage_key", SecondStageSettings.DEFAULT_FIRST_STAGE_KEY),
                params.text("cond_stage_key", SecondStageSettings.DEFAULT_COND_STAGE_KEY),
                params.integer("downsample_cond_size", -1, -1),
                params.number("pkeep", 1),
                params.integer("sos_token", 0, 0),
                params.flag("unconditional", false),
                params.integer("cond_token_offset", 0, 0),
                params.number("cond_dropout", 0)));
    }

    static Map<String, Object> write(SecondStageSettings settings) {
        Map<String, Object> params = new LinkedHashMap<>();
        if (!settings.firstStageKey().equals(SecondStageSettings.DEFAULT_FIRST_STAGE_KEY)) {
            params.put("first_stage_key", settings.firstStageKey());
        }
        params.put("cond_stage_key", settings.condStageKey());
        if (settings.downsampleCondSize() != -1) {
            params.put("downsample_cond_size", settings.downsampleCondSize());
        }
        if (settings.pkeep() != 1) {
            params.put("pkeep", settings.pkeep());
        }
        if (settings.sosToken() != 0) {
            params.put("sos_token", settings.sosToken());
        }
        if (settings.unconditional()) {
            params.put("unconditional", true);
        }
        if (settings.condTokenOffset() != 0) {
            params.put("cond_token_offset", settings.condTokenOffset());
        }
        if (settings.condDropout() != 0) {
            params.put("cond_dropout", settings.condDropout());
        }
        InitialWeightsCodec.write(settings.initialWeights(), params);
        params.put("transformer_config", GptCodec.write(settings.gpt()));
        params.put("first_stage_config", FirstStageCodec.write(settings.firstStage()));
        params.put("cond_stage_config", ConditionCodec.write(settings.condition()));
        if (!(settings.permuter() instanceof PermuterSettings.Identity)) {
            params.put("permuter_config", PermuterCodec.write(settings.permuter()));
        }
        return ClassTable.write(settings.target(), params);
    }
}
