package org.gatun.train;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gatun.torch.Device;
import org.gatun.torch.Generator;
import org.gatun.torch.Tensor;

/** The states of libtorch's random generators that a training uses: the CPU's, and its device's. */
final class RandomStates {

    private final Map<String, Generator> generators = new LinkedHashMap<>();

    RandomStates(Device device) {
        generators.put("random.cpu", new Generator(Device.CPU));
        if (device.isCuda()) {
            generators.put("random.cuda", new Generator(device));
        }
    }

    /** As they are; the innermost scope's. */
    Map<String, Tensor> read() {
        Map<String, Tensor> states = new LinkedHashMap<>();
        generators.forEach((name, generator) -> states.put(name, generator.state()));
        return states;
    }

    /** Goes on from states that {@link #read} once gave. */
    void write(Map<String, Tensor> states) {
        generators.forEach((name, generator) -> generator.setState(states.get(name)));
    }
}
