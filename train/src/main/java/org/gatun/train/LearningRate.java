package org.gatun.train;

/**
 * A learning rate that rises linearly over the first steps and then falls along half a cosine.
 *
 * @param peak the highest rate
 * @param warmupSteps steps until it is reached
 * @param last the rate at the end, as a share of {@code peak}; 1 for a constant rate
 */
public record LearningRate(double peak, long warmupSteps, double last) {

    public LearningRate {
        if (!(peak > 0 && peak < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the learning rate must be above 0, not " + peak);
        }
    }

    public static LearningRate constant(double rate) {
        return new LearningRate(rate, 0, 1);
    }

    /**
     * @param step steps done before
     * @param used share of the run that is over, in [0, 1]
     */
    public double at(long step, double used) {
        double warmup = step < warmupSteps ? (double) (step + 1) / (warmupSteps + 1) : 1;
        double cosine = last + (1 - last) * 0.5 * (1 + Math.cos(Math.PI * used));
        return peak * warmup * cosine;
    }
}
