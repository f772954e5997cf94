package org.gatun.bench;

import org.gatun.torch.Device;
import org.gatun.train.Precision;

/**
 * How a case is to be run.
 *
 * @param cudaGraphs whether a GPU replays captured steps, where the case can
 */
public record BenchSetting(Device device, Precision precision, boolean cudaGraphs) {}
