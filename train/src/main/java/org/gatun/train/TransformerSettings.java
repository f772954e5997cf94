package org.gatun.train;

import org.gatun.gpt.CodeTransformerConfig;
import org.gatun.gpt.ConditionTokens;

/**
 * How a second stage is trained.
 *
 * @param condition the tokens before the codes
 * @param conditionDropout share of conditions that are left out in training, so that the network can be guided
 * @param precision the networks' precision
 * @param batchSize pictures that the network sees at once
 * @param weightDecay of the weights of linear layers
 * @param update how gradients become weights
 * @param seed decides weights, order of pictures and dropouts
 */
public record TransformerSettings(
        CodeTransformerConfig model,
        ConditionTokens condition,
        double conditionDropout,
        Precision precision,
        int batchSize,
        LearningRate learningRate,
        double weightDecay,
        UpdateSettings update,
        long seed) {

    public TransformerSettings {
        if (batchSize < 1) {
            throw new IllegalArgumentException("the batch size must be at least 1, not " + batchSize);
        }
    }

    /** Pictures a step. */
    public int stepSize() {
        return batchSize * update.accumulate();
    }
}
