package org.gatun.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.gatun.torch.LibTorch;

/**
 * What a figure is worth nothing without: where it was measured.
 *
 * @param load the threads that ran or wanted to, in the last minute: far above {@code cores}, other programs are in the figures
 */
record Machine(String cpu, int cores, String os, String jdk, int threads, double load) {

    /** This machine and this JVM; loads libtorch. */
    static Machine current() throws IOException {
        return new Machine(
                cpuModel(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                        + System.getProperty("os.arch"),
                System.getProperty("java.vendor.version", System.getProperty("java.vendor")) + ", " + Runtime.version(),
                LibTorch.numThreads(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static String cpuModel() throws IOException {
        Path cpuinfo = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(cpuinfo)) {
            return "unknown CPU";
        }
        try (Stream<String> lines = Files.lines(cpuinfo)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown CPU");
        }
    }
}
