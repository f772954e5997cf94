package org.gatun.config;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gatun.gpt.GptConfig;
import org.gatun.gpt.GptVariant;

/** {@code transformer_config}; with a section {@code llama} of ours where the layers are not the reference's. */
final class GptCodec {

    private static final String TARGET = "taming.modules.transformer.mingpt.GPT";

    static final ClassTable<GptConfig> CLASSES = new ClassTable<GptConfig>().with(TARGET, GptCodec::read);

    private static final String LLAMA = "llama";
    private static final double DEFAULT_ROPE_BASE = 10_000;

    private GptCodec() {}

    private static GptConfig read(Section params) {
        params.known(
                "vocab_size",
                "block_size",
                "n_layer",
                "n_head",
                "n_embd",
                "embd_pdrop",
                "resid_pdrop",
                "attn_pdrop",
                "n_unmasked",
                LLAMA);
        return params.build(() -> new GptConfig(
                params.integer("vocab_size", 1),
                params.integer("block_size", 1),
                params.integer("n_layer", 1, 12),
                params.integer("n_head", 1, 8),
                params.integer("n_embd", 1, 256),
                params.number("embd_pdrop", 0),
                params.number("resid_pdrop", 0),
                params.number("attn_pdrop", 0),
                params.integer("n_unmasked", 0, 0),
                readVariant(params)));
    }

    private static GptVariant readVariant(Section params) {
        if (params.optionalSection(LLAMA).isEmpty()) {
            return new GptVariant.MinGpt();
        }
        Section llama = params.section(LLAMA)
                .known("n_kv_head", "condition_length", "condition_grid_width", "grid_width", "rope_base");
        return new GptVariant.Llama(
                llama.integer("n_kv_head", 1),
                llama.integer("condition_length", 1, 1),
                llama.integer("condition_grid_width", 0, 0),
                llama.integer("grid_width", 1),
                llama.number("rope_base", DEFAULT_ROPE_BASE));
    }

    static Map<String, Object> write(GptConfig config) {
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("vocab_size", config.vocabSize());
        params.put("block_size", config.blockSize());
        params.put("n_layer", config.nLayer());
        params.put("n_head", config.nHead());
        params.put("n_embd", config.nEmbd());
        params.put("embd_pdrop", config.embdPdrop());
        params.put("resid_pdrop", config.residPdrop());
        params.put("attn_pdrop", config.attnPdrop());
        params.put("n_unmasked", config.nUnmasked());
        if (config.variant() instanceof GptVariant.Llama llama) {
            params.put(LLAMA, write(llama));
        }
        return ClassTable.write(TARGET, params);
    }

    private static Map<String, Object> write(GptVariant.Llama llama) {
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("n_kv_head", llama.nKvHead());
        params.put("condition_length", llama.conditionLength());
        if (llama.conditionGridWidth() > 0) {
            params.put("condition_grid_width", llama.conditionGridWidth());
        }
        params.put("grid_width", llama.gridWidth());
        params.put("rope_base", llama.ropeBase());
        return params;
    }
}
