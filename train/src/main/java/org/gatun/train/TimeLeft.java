package org.gatun.train;

import java.util.Locale;

/** A stretch of time as people say it: {@code 42 s}, {@code 3:07}, {@code 2:15:00}. */
final class TimeLeft {

    private TimeLeft() {}

    static String text(double seconds) {
        long whole = Math.round(seconds);
        if (whole < 60) {
            return whole + " s";
        }
        long minutes = whole / 60;
        return minutes < 60
                ? String.format(Locale.ROOT, "%d:%02d", minutes, whole % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", minutes / 60, minutes % 60, whole % 60);
    }
}
