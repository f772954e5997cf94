package org.gatun.cli;

import java.util.Locale;
import org.gatun.torch.Cuda;
import org.gatun.torch.Device;
import org.gatun.torch.LibTorch;
import org.gatun.train.Precision;
import picocli.CommandLine.Option;

/** Where and how precisely to compute. */
final class ComputeOptions {

    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            defaultValue = "auto",
            description = "cpu, cuda or cuda:N; auto (default) is the first GPU if there is one.")
    private String device;

    @Option(
            names = "--precision",
            paramLabel = "PRECISION",
            defaultValue = "auto",
            description =
                    "fp32, tf32 (on a GPU), or bf16 for mixed precision; auto (default) is bf16 where the machine has units for it.")
    private String precision;

    @Option(names = "--threads", paramLabel = "N", description = "Threads of an operator; default: one a core.")
    private Integer threads;

    /** Loads libtorch, sets the threads, and says which device it is to be. */
    Device device() {
        LibTorch.load();
        if (threads != null) {
            LibTorch.setNumThreads(threads);
        }
        if (device.equals("auto")) {
            return Cuda.isAvailable() ? Device.cuda(0) : Device.CPU;
        }
        return named(device);
    }

    /** The device that a user names, if libtorch sees it. */
    static Device named(String text) {
        Device chosen = Device.parse(text);
        if (chosen.isCuda() && chosen.index() >= Cuda.deviceCount()) {
            String advice = Cuda.isAvailable()
                    ? ""
                    : "; set LIBTORCH to one that is built with CUDA, such as the torch folder of a Python install";
            throw new UserException("there is no device " + chosen + ": the libtorch in use (" + LibTorch.version()
                    + " in " + LibTorch.folder() + ") sees " + Cuda.deviceCount() + " GPUs" + advice);
        }
        return chosen;
    }

    Precision precision(Device device) {
        return switch (precision.toLowerCase(Locale.ROOT)) {
            case "auto" -> Precision.auto(device);
            case "fp32" -> Precision.FP32;
            case "tf32" -> Precision.TF32;
            case "bf16" -> Precision.BF16;
            default -> throw new UserException("no precision \"" + precision + "\": fp32, tf32, bf16 or auto");
        };
    }
}
