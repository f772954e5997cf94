package org.gatun.train;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What held-out pictures say of a network, each by name.
 *
 * @param values numbers
 * @param histograms how often each of the numbers 0, 1, 2, ... occurred
 * @param pictures PNG files, which are drawn when asked for
 */
record Evaluation(Map<String, Double> values, Map<String, double[]> histograms, Map<String, Supplier<Path>> pictures) {

    static Evaluation of(String name, double value) {
        return new Evaluation(Map.of(name, value), Map.of(), Map.of());
    }
}
