package org.gatun.train;

import org.gatun.gpt.ClassLabels;
import org.gatun.gpt.CodeTransformerConfig;

/**
 * How a class-conditional second stage is trained.
 *
 * @param labels the classes and their tokens
 * @param labelDropout share of labels that are left out in training, so that the network can be guided
 * @param precision the networks' precision
 * @param batchSize pictures a step
 * @param weightDecay of the weights of linear layers
 * @param maxGradNorm gradients are scaled down to this norm; 0 for never
 * @param seed decides weights, order of pictures and dropouts
 */
public record TransformerSettings(
        CodeTransformerConfig model,
        ClassLabels labels,
        double labelDropout,
        Precision precision,
        int batchSize,
        LearningRate learningRate,
        double weightDecay,
        double maxGradNorm,
        long seed) {

    public TransformerSettings {
        if (batchSize < 1) {
            throw new IllegalArgumentException("the batch size must be at least 1, not " + batchSize);
        }
    }
}
