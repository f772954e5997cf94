package org.gatun.vqgan.quantize;

/**
 * The reference's {@code LambdaWarmUpCosineScheduler}: a line from {@code lrStart} to {@code lrMax}, then half a cosine to {@code lrMin}.
 *
 * @param warmUpSteps steps of the line
 * @param maxDecaySteps the step at which the cosine ends; larger than {@code warmUpSteps}
 */
public record WarmUpCosineSchedule(long warmUpSteps, double lrMin, double lrMax, double lrStart, long maxDecaySteps) {

    public WarmUpCosineSchedule {
        if (warmUpSteps < 0 || maxDecaySteps <= warmUpSteps) {
            throw new IllegalArgumentException("max_decay_steps must be larger than warm_up_steps, and they are "
                    + maxDecaySteps + " and " + warmUpSteps);
        }
    }

    /** The value at step {@code step}. */
    public double at(long step) {
        if (step < warmUpSteps) {
            return lrStart + (lrMax - lrStart) * step / warmUpSteps;
        }
        double share = Math.min((double) (step - warmUpSteps) / (maxDecaySteps - warmUpSteps), 1);
        return lrMin + 0.5 * (lrMax - lrMin) * (1 + Math.cos(share * Math.PI));
    }
}
