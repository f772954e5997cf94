package org.gatun.config;

import java.util.List;
import java.util.Optional;

/**
 * The weights that a model starts with.
 *
 * @param ckptPath the checkpoint, relative to the working folder as in the reference; empty for random weights
 * @param ignoreKeys prefixes of the keys that are not taken from it
 */
public record InitialWeights(Optional<String> ckptPath, List<String> ignoreKeys) {

    /** Random weights. */
    public static final InitialWeights RANDOM = new InitialWeights(Optional.empty(), List.of());

    public InitialWeights {
        ignoreKeys = List.copyOf(ignoreKeys);
    }
}
