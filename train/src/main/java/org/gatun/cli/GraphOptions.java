package org.gatun.cli;

import org.gatun.torch.Device;
import picocli.CommandLine.Option;

/** Whether a GPU replays captured steps. */
final class GraphOptions {

    @Option(
            names = "--cuda-graphs",
            description = "Replay steps on the GPU as captured CUDA graphs instead of one kernel after the other."
                    + " Not yet seen to run on a GPU.")
    private boolean wanted;

    boolean wanted(Device device) {
        if (wanted && !device.isCuda()) {
            throw new UserException("--cuda-graphs needs a GPU; the device is " + device);
        }
        return wanted;
    }
}
