package org.gatun.plot;

import java.util.List;

/**
 * One diagram of a sheet, with curves that share a vertical axis.
 *
 * @param title what is measured, with its unit
 * @param logarithmic whether the vertical axis is; values that aren't positive are then left out
 * @param curves at most eight, with names of their own
 */
public record Panel(String title, boolean logarithmic, List<Curve> curves) {
    public Panel {
        curves = List.copyOf(curves);
    }

    /** A panel with a linear axis. */
    public Panel(String title, List<Curve> curves) {
        this(title, false, curves);
    }
}
