package org.gatun.torch;

import java.lang.foreign.MemorySegment;
import org.gatun.torch.ffm.gatun_h;

/** The GPUs that the libtorch in use can compute on: none with a CPU build. */
public final class Cuda {

    private static final long MAX_NAME_BYTES = 256;

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

    /** libtorch's own answer to a missing device is a page long. */
    static void requireDevice(Device device) {
        if (!device.isCuda() || device.index() >= DEVICE_COUNT) {
            throw new IllegalArgumentException("there is no GPU " + device + ": the libtorch in " + LibTorch.folder()
                    + (DEVICE_COUNT == 0 ? " is a CPU build, or sees none" : " sees " + DEVICE_COUNT));
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

    /** Waits until the device has done all that was asked of it. */
    public static void synchronize(Device device) {
        requireDevice(device);
        if (gatun_h.gatun_cuda_synchronize(device.index()) != 0) {
            throw TorchException.in("synchronize");
        }
    }
}
