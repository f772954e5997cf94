package org.gatun.train;

import org.gatun.vqgan.LossConfig;
import org.gatun.vqgan.TrainingOrder;
import org.gatun.vqgan.VqModelConfig;

/**
 * How a first stage is trained.
 *
 * @param precision the networks' precision
 * @param batchSize pictures that the networks see at once
 * @param learningRate of both optimizers
 * @param beta1 Adam's memory of gradients, for the autoencoder: 0.5 in the reference; more gets further in few steps
 * @param beta2 Adam's memory of their squares, for the autoencoder: 0.9 in the reference
 * @param update how gradients become weights
 * @param seed decides weights, order of pictures, crops and flips
 */
public record VqganSettings(
        VqModelConfig model,
        LossConfig loss,
        TrainingOrder order,
        Precision precision,
        int batchSize,
        LearningRate learningRate,
        double beta1,
        double beta2,
        UpdateSettings update,
        long seed) {

    public VqganSettings {
        if (batchSize < 1) {
            throw new IllegalArgumentException("the batch size must be at least 1, not " + batchSize);
        }
        requireShare("beta1", beta1);
        requireShare("beta2", beta2);
    }

    private static void requireShare(String name, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(name + " must be in [0, 1), not " + value);
        }
    }

    /** Pictures a step. */
    public int stepSize() {
        return batchSize * update.accumulate();
    }
}
