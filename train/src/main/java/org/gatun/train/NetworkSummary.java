package org.gatun.train;

import java.util.Locale;
import org.gatun.torch.Device;

/** What a training's log says of its network before the first step. */
record NetworkSummary(long parameters, LearningRate rate, Precision precision, Device device) {

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%.1f million parameters; learning rate %.1e; %s on %s",
                parameters / 1e6,
                rate.peak(),
                precision.name().toLowerCase(Locale.ROOT),
                device);
    }
}
