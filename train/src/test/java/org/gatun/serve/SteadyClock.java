package org.gatun.serve;

import java.util.function.LongSupplier;

/** A clock that moves on by a fixed time with each look at it. */
final class SteadyClock implements LongSupplier {

    private final long step;
    private long now;

    SteadyClock(long step) {
        this.step = step;
    }

    @Override
    public synchronized long getAsLong() {
        now += step;
        return now;
    }
}
