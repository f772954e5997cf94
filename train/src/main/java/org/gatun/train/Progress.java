package org.gatun.train;

import java.io.PrintStream;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Shows on standard error how far long work has come: in a terminal a bar that stays in its line, with the time left; elsewhere a line
 * from time to time.
 */
public final class Progress implements AutoCloseable {

    private static final int SHARES = 1000;
    private static final int TERMINAL_INTERVAL_MILLIS = 250;
    private static final int LOG_INTERVAL_MILLIS = 15_000;
    private static final int LOG_LINE = 140;

    private final ProgressBar bar;

    public Progress(String task) {
        ProgressBarBuilder builder = new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(SHARES)
                .setUnit("%", SHARES / 100)
                .setStyle(ProgressBarStyle.ASCII)
                .hideEta()
                .clearDisplayOnFinish();
        if (isTerminal()) {
            builder.setUpdateIntervalMillis(TERMINAL_INTERVAL_MILLIS);
        } else {
            PrintStream err = System.err;
            builder.setUpdateIntervalMillis(LOG_INTERVAL_MILLIS)
                    .setConsumer(new DelegatingProgressBarConsumer(err::println, LOG_LINE));
        }
        this.bar = builder.build();
    }

    private static boolean isTerminal() {
        return System.console() != null && System.console().isTerminal();
    }

    /**
     * @param share of the work that is done, in [0, 1]
     * @param message what else there is to say: step, rate, losses
     */
    public void update(double share, String message) {
        bar.setExtraMessage(message);
        bar.stepTo(Math.round(share * SHARES));
    }

    @Override
    public void close() {
        bar.close();
    }
}
