package org.gatun.run;

import org.gatun.gpt.GptConfig;

/**
 * The memory that drawing one token after the other must read: all weights but those that are looked up, and the keys and values so far,
 * once a token. Divided by the memory's bandwidth it is the time below which no sampler gets.
 */
public final class SamplingTraffic {

    private SamplingTraffic() {}

    /**
     * Bytes for a batch of sequences.
     *
     * @param sequences sequences at a time, with those for guidance
     */
    public static long bytes(SecondStage stage, long sequences) {
        GptConfig gpt = stage.transformer().config().gpt();
        long weights = stage.parameters().parameters().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("transformer."))
                .filter(entry -> !entry.getKey().contains("_emb"))
                .mapToLong(entry -> entry.getValue().numel())
                .sum();
        long codes = stage.transformer().config().codes();
        long condition = stage.condition().tokens().length();
        long positions = codes * condition + codes * (codes - 1) / 2; // summed over the steps
        long keysAndValues = 2L * gpt.nLayer() * gpt.nKvHead() * gpt.headDim();
        return stage.parameters().dtype().byteSize() * (codes * weights + sequences * positions * keysAndValues);
    }
}
