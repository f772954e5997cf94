package org.gatun.config;

import java.util.Map;

/** {@code ckpt_path} and {@code ignore_keys}, which stand beside other arguments. */
final class InitialWeightsCodec {

    static final String CKPT_PATH = "ckpt_path";
    static final String IGNORE_KEYS = "ignore_keys";

    private InitialWeightsCodec() {}

    static InitialWeights read(Section params) {
        return new InitialWeights(params.optionalText(CKPT_PATH), params.texts(IGNORE_KEYS));
    }

    static void write(InitialWeights weights, Map<String, Object> params) {
        weights.ckptPath().ifPresent(path -> params.put(CKPT_PATH, path));
        if (!weights.ignoreKeys().isEmpty()) {
            params.put(IGNORE_KEYS, weights.ignoreKeys());
        }
    }
}
