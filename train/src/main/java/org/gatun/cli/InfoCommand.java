package org.gatun.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.gatun.torch.Cuda;
import org.gatun.torch.Device;
import org.gatun.torch.LibTorch;
import org.gatun.train.Precision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gatun info}. */
@Command(name = "info", description = "Shows which libtorch is in use, its version, threads and devices.")
final class InfoCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--build", description = "Also show how libtorch was built.")
    private boolean build;

    @Override
    public Integer call() {
        LibTorch.load();
        PrintWriter out = spec.commandLine().getOut();
        out.println("libtorch   " + LibTorch.version());
        out.println("folder     " + LibTorch.folder());
        out.println("threads    " + LibTorch.numThreads() + " within an operator, " + LibTorch.numInteropThreads()
                + " between operators");
        out.println("devices    cpu" + (Precision.auto(Device.CPU) == Precision.BF16 ? " (with bfloat16 units)" : ""));
        for (int i = 0; i < Cuda.deviceCount(); i++) {
            out.println("           cuda:" + i + " " + Cuda.deviceName(i));
        }
        out.println("java       " + Runtime.version() + ", " + System.getProperty("java.vm.name"));
        if (build) {
            out.println();
            out.print(LibTorch.config());
        }
        out.flush();
        return 0;
    }
}
