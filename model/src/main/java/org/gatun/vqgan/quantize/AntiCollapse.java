package org.gatun.vqgan.quantize;

/**
 * What is done against the collapse of a codebook to few codes.
 *
 * @param simvq whether the codes are frozen ones times a learned linear map (arXiv 2411.02038)
 * @param kmeansBatches training batches before there are codes: features pass as they are, and the last of them give the
 *     first codes by k-means; 0 for random codes from the beginning
 * @param restartAfter training steps without use after which a code starts anew; 0 for never
 * @param gradient how gradients come past the choice of a code
 */
public record AntiCollapse(boolean simvq, int kmeansBatches, int restartAfter, GradientEstimator gradient) {

    /** Nothing, as in the reference. */
    public static final AntiCollapse NONE = new AntiCollapse(false, 0, 0, GradientEstimator.STRAIGHT_THROUGH);

    public AntiCollapse {
        if (kmeansBatches < 0 || restartAfter < 0) {
            throw new IllegalArgumentException("kmeans_batches and restart_after must not be negative, and are "
                    + kmeansBatches + " and " + restartAfter);
        }
        if (simvq && (kmeansBatches > 0 || restartAfter > 0)) {
            throw new IllegalArgumentException(
                    "the codes of simvq are frozen: neither kmeans_batches nor restart_after can move them");
        }
    }

    /** Restarts of dead codes alone. */
    public static AntiCollapse restartAfter(int steps) {
        return new AntiCollapse(false, 0, steps, GradientEstimator.STRAIGHT_THROUGH);
    }
}
