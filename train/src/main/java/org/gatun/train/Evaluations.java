package org.gatun.train;

/** When a run measures itself on held-out pictures, besides at its end. */
public sealed interface Evaluations {

    /**
     * Whether a measurement is due after a step.
     *
     * @param stepsDone the steps that are done
     * @param usedBefore share of the run that was over before the step, in [0, 1]
     * @param used share of the run that is over now
     */
    boolean due(long stepsDone, double usedBefore, double used);

    /** So often in a run, at equal distances, the end included. */
    record Times(int count) implements Evaluations {

        @Override
        public boolean due(long stepsDone, double usedBefore, double used) {
            return Math.floor(used * count) > Math.floor(usedBefore * count);
        }
    }

    /** Each time that so many steps are done. */
    record EverySteps(long steps) implements Evaluations {

        public EverySteps {
            if (steps < 1) {
                throw new IllegalArgumentException("measurements need at least 1 step between them, not " + steps);
            }
        }

        @Override
        public boolean due(long stepsDone, double usedBefore, double used) {
            return stepsDone % steps == 0;
        }
    }
}
