package org.gatun.config;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gatun.gpt.GptConfig;

/** {@code transformer_config}. */
final class GptCodec {

    private static final String TARGET = "taming.modules.transformer.mingpt.GPT";

    static final ClassTable<GptConfig> CLASSES = new ClassTable<GptConfig>().with(TARGET, GptCodec::read);

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
                "n_unmasked");
        return params.build(() -> new GptConfig(
                params.integer("vocab_size", 1),
                params.integer("block_size", 1),
                params.integer("n_layer", 1, 12),
                params.integer("n_head", 1, 8),
                params.integer("n_embd", 1, 256),
                params.number("embd_pdrop", 0),
                params.number("resid_pdrop", 0),
                params.number("attn_pdrop", 0),
                params.integer("n_unmasked", 0, 0)));
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
        return ClassTable.write(TARGET, params);
    }
}
