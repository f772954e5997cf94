package org.gatun.torch;

import org.gatun.torch.ffm.gatun_h;

/**
 * libtorch's source of random numbers for one device; every random operator there draws from it. Operators of several threads may draw at
 * once, in whichever order; seeding and {@link #setState} need all other threads to draw nothing meanwhile.
 */
public record Generator(Device device) {

    static {
        LibTorch.load();
    }

    /** Seeds the generators of the CPU and of every GPU, as {@code torch.manual_seed} does. */
    public static void manualSeed(long seed) {
        new Generator(Device.CPU).seed(seed);
        for (int i = 0; i < Cuda.deviceCount(); i++) {
            new Generator(Device.cuda(i)).seed(seed);
        }
    }

    /** Seeds this generator alone. */
    public void seed(long seed) {
        if (gatun_h.gatun_generator_manual_seed(CallArguments.deviceType(device), device.index(), seed) != 0) {
            throw TorchException.in("manual_seed");
        }
    }

    /** Its state, a uint8 CPU tensor, from which {@link #setState} continues. */
    public Tensor state() {
        long state = gatun_h.gatun_generator_get_state(CallArguments.deviceType(device), device.index());
        if (state == 0) {
            throw TorchException.in("get_state");
        }
        return Tensor.adopt(state);
    }

    /** Continues from a state that {@link #state()} gave. */
    public void setState(Tensor state) {
        if (gatun_h.gatun_generator_set_state(CallArguments.deviceType(device), device.index(), state.handle()) != 0) {
            throw TorchException.in("set_state", state);
        }
    }
}
