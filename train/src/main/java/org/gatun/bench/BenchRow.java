package org.gatun.bench;

import java.util.List;
import java.util.Locale;
import org.gatun.torch.CudaMemory;
import org.gatun.torch.Device;
import org.gatun.train.DevicePeak;
import org.gatun.train.MedianTime;

/**
 * What was measured of one case.
 *
 * @param captured whether a run was the replay of a CUDA graph
 * @param seconds a run, the median
 * @param peakMemory of a GPU, in bytes; negative on a CPU
 */
public record BenchRow(
        String name, BenchSetting setting, RunSize size, boolean captured, double seconds, long peakMemory) {

    private static final int WARMUP = 3;
    private static final int MEASURED = 9;

    /** Runs a case. */
    public static BenchRow measure(BenchCase benchCase, BenchSetting setting) {
        Device device = setting.device();
        if (device.isCuda()) {
            CudaMemory.emptyCache();
            CudaMemory.resetPeak(device);
        }
        try (Workload workload = benchCase.workload().apply(setting)) {
            double seconds = MedianTime.seconds(workload::run, WARMUP, MEASURED);
            long peak = device.isCuda() ? CudaMemory.of(device).peakAllocated() : -1;
            return new BenchRow(benchCase.name(), setting, workload.size(), workload.isCaptured(), seconds, peak);
        }
    }

    /** The columns of {@link #row}. */
    public static final List<String> COLUMNS =
            List.of("case", "how", "ms", "rate", "peak memory", "share of the device's");

    /** Name and milliseconds. */
    public String brief() {
        return String.format(Locale.ROOT, "%s %.1f", name, 1000 * seconds);
    }

    /** A table's row, its columns parted by tabs: case, how, ms, rate, peak memory, share of the device's measured peak. */
    public String row(DevicePeak peak) {
        String how = "Gatun " + setting.precision().name().toLowerCase(Locale.ROOT) + (captured ? ", CUDA graphs" : "");
        return String.format(
                Locale.ROOT,
                "%s\t%s\t%.1f\t%.1f %s/s\t%s\t%s",
                name,
                how,
                1000 * seconds,
                size.items() / seconds,
                size.unit(),
                peakMemory < 0 ? "-" : String.format(Locale.ROOT, "%.2f GiB", peakMemory / 0x1p30),
                share(peak));
    }

    private String share(DevicePeak peak) {
        if (size.flops() > 0) {
            return percent(size.flops() / seconds / peak.flops(), "arithmetic");
        }
        return size.bytes() > 0 ? percent(size.bytes() / seconds / peak.bytes(), "bandwidth") : "-";
    }

    private static String percent(double share, String of) {
        return String.format(Locale.ROOT, "%.0f%% of %s", 100 * share, of);
    }
}
