package org.gatun.cli;

import java.time.Duration;
import org.gatun.train.Budget;
import picocli.CommandLine.Option;

/** How long to train. */
final class BudgetOptions {

    static final long DEFAULT_STEPS = 20_000;

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "Steps at most; default " + DEFAULT_STEPS + ", or no limit if --minutes is given.")
    private Long steps;

    @Option(names = "--minutes", paramLabel = "M", description = "Minutes at most.")
    private Double minutes;

    Budget budget() {
        if (minutes != null && !(minutes > 0)) {
            throw new UserException("--minutes must be above 0, not " + minutes);
        }
        if (steps != null && steps < 1) {
            throw new UserException("--steps must be at least 1, not " + steps);
        }
        Duration time = minutes == null ? null : Duration.ofMillis(Math.round(minutes * 60_000));
        long most = steps != null ? steps : time != null ? Long.MAX_VALUE : DEFAULT_STEPS;
        return new Budget(most, time);
    }
}
