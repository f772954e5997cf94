package org.gatun.bench;

import java.util.function.Consumer;
import org.gatun.torch.Device;
import org.gatun.train.Precision;

/**
 * How a case is to be run.
 *
 * @param cudaGraphs whether a GPU replays captured steps
 * @param log told if it can't
 */
public record BenchSetting(Device device, Precision precision, boolean cudaGraphs, Consumer<String> log) {}
