package org.gatun.train;

/**
 * How a step's gradients come about and become weights.
 *
 * @param accumulate parts in which a step takes its pictures, each of a batch; the gradients are the mean of theirs
 * @param maxGradNorm an optimizer's gradients are scaled down to this norm; 0 for never
 * @param emaDecay how much of an average of the weights a step keeps, in [0, 1); 0 for no average. With one, it is what is evaluated,
 *     saved and used
 * @param checkpointActivations whether the backward pass computes activations again instead of keeping them
 */
public record UpdateSettings(int accumulate, double maxGradNorm, double emaDecay, boolean checkpointActivations) {

    /** A batch a step, and its gradients as they are. */
    public static final UpdateSettings PLAIN = new UpdateSettings(1, 0, 0, false);

    /** With all activations kept. */
    public UpdateSettings(int accumulate, double maxGradNorm, double emaDecay) {
        this(accumulate, maxGradNorm, emaDecay, false);
    }

    public UpdateSettings {
        if (accumulate < 1) {
            throw new IllegalArgumentException("a step takes at least one batch, not " + accumulate);
        }
        if (!(maxGradNorm >= 0)) {
            throw new IllegalArgumentException("the largest norm of gradients must not be " + maxGradNorm);
        }
        if (!(emaDecay >= 0 && emaDecay < 1)) {
            throw new IllegalArgumentException("the decay of averaged weights must be in [0, 1), not " + emaDecay);
        }
    }
}
