package org.gatun.parity;

import com.fasterxml.jackson.databind.JsonNode;
import org.gatun.gpt.GptConfig;

/** Reads a case's network. */
final class GptCase {

    private GptCase() {}

    /** The reference's arguments, with its defaults. */
    static GptConfig config(JsonNode config) {
        return new GptConfig(
                config.path("vocab_size").asInt(),
                config.path("block_size").asInt(),
                config.path("n_layer").asInt(12),
                config.path("n_head").asInt(8),
                config.path("n_embd").asInt(256),
                config.path("embd_pdrop").asDouble(0),
                config.path("resid_pdrop").asDouble(0),
                config.path("attn_pdrop").asDouble(0),
                config.path("n_unmasked").asInt(0));
    }
}
