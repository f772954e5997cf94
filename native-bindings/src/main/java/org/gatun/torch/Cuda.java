package org.gatun.torch;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.gatun.torch.ffm.gatun_h;

/** The GPUs that the libtorch in use can compute on: none with a CPU build. What belongs to one says so if there is none. */
public final class Cuda {

    private static final long MAX_NAME_BYTES = 256;

    // cudaDeviceAttr
    private static final int COMPUTE_CAPABILITY_MAJOR = 75;
    private static final int COMPUTE_CAPABILITY_MINOR = 76;

    private static final int DEVICE_COUNT;

    static {
        LibTorch.load();
        DEVICE_COUNT = gatun_h.gatun_cuda_device_count();
    }

    private Cuda() {}

    public static boolean isAvailable() {
        return deviceCount() > 0;
    }

    public static int deviceCount() {
        return DEVICE_COUNT;
    }

    /** Whether libtorch was built for CUDA, GPU or not. */
    public static boolean isBuilt() {
        return gatun_h.gatun_cuda_is_built() == 1;
    }

    /**
     * Libtorch's own answer to a missing device is a page long.
     *
     * @throws IllegalArgumentException if libtorch can't compute on {@code device}, and why
     */
    static void requireDevice(Device device) {
        if (!device.isCuda()) {
            throw new IllegalArgumentException("a GPU is needed here, not the device " + device);
        }
        if (device.index() >= DEVICE_COUNT) {
            throw new IllegalArgumentException(
                    "there is no GPU " + device + ": the libtorch in " + LibTorch.folder() + " " + reason());
        }
    }

    private static String reason() {
        if (!isBuilt()) {
            return "is a CPU build";
        }
        return DEVICE_COUNT == 0
                ? "sees none (is NVIDIA's driver there, and does CUDA_VISIBLE_DEVICES hide it?)"
                : "sees " + DEVICE_COUNT;
    }

    /** @throws TorchException if {@code status} is a failure of the call made just now */
    static void check(int status, String function) {
        if (status != 0) {
            throw TorchException.in(function);
        }
    }

    /** The model of a GPU, as its driver names it. */
    public static String deviceName(int index) {
        requireDevice(Device.cuda(index));
        MemorySegment name = gatun_h.gatun_cuda_device_name(index);
        if (name.address() == 0) {
            throw TorchException.in("get_device_name");
        }
        return name.reinterpret(MAX_NAME_BYTES).getString(0);
    }

    /** The compute capability of a GPU as major * 10 + minor: 90 for an H100, 80 for an A100. */
    public static int computeCapability(int index) {
        requireDevice(Device.cuda(index));
        return 10 * attribute(index, COMPUTE_CAPABILITY_MAJOR) + attribute(index, COMPUTE_CAPABILITY_MINOR);
    }

    private static int attribute(int index, int attribute) {
        MemorySegment value = CallArguments.begin().results(1);
        check(gatun_h.gatun_cuda_device_attribute(index, attribute, value), "device_attribute");
        return value.get(ValueLayout.JAVA_INT, 0);
    }

    /** Waits until the device has done all that was asked of it. */
    public static void synchronize(Device device) {
        requireDevice(device);
        check(gatun_h.gatun_cuda_synchronize(device.index()), "synchronize");
    }
}
