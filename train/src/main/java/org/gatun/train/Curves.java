package org.gatun.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.gatun.plot.LossCurves;
import org.gatun.plot.Panel;

/** The curves of a run, as far as there are any yet. */
public final class Curves {

    private Curves() {}

    /** Writes the panels that have something to show; nothing if none has. */
    public static void write(List<Panel> panels, Path file) {
        List<Panel> drawn =
                panels.stream().filter(panel -> !panel.curves().isEmpty()).toList();
        if (drawn.isEmpty()) {
            return;
        }
        try {
            LossCurves.write(drawn, file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
