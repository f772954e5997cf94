package org.gatun.cli;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.gatun.bench.BenchCase;
import org.gatun.bench.Workload;
import org.gatun.torch.Device;
import org.gatun.train.MedianTime;
import org.gatun.train.Precision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gatun bench}. */
@Command(
        name = "bench",
        description = "Times a whole training or sampling step: prints its name and the median in milliseconds.",
        sortOptions = false)
final class BenchCommand implements Callable<Integer> {

    private static final int WARMUP = 3;
    private static final int MEASURED = 9;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--case",
            paramLabel = "NAME",
            required = true,
            split = ",",
            description = "What to time, one or more of: ${COMPLETION-CANDIDATES}.",
            completionCandidates = CaseNames.class)
    private List<String> cases;

    @Mixin
    private ComputeOptions compute;

    /** For the help. */
    static final class CaseNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return BenchCase.ALL.stream().map(BenchCase::name).iterator();
        }
    }

    @Override
    public Integer call() {
        List<BenchCase> chosen = cases.stream().map(BenchCommand::named).toList();
        Device device = compute.device();
        Precision precision = compute.precision(device);
        for (BenchCase each : chosen) {
            try (Workload workload = each.workload().apply(device, precision)) {
                double seconds = MedianTime.seconds(workload::run, WARMUP, MEASURED);
                spec.commandLine().getOut().printf(Locale.ROOT, "%s %.1f%n", each.name(), 1000 * seconds);
                spec.commandLine().getOut().flush();
            }
        }
        return 0;
    }

    private static BenchCase named(String name) {
        return BenchCase.named(name)
                .orElseThrow(() -> new UserException("there is no case \"" + name + "\", only "
                        + BenchCase.ALL.stream().map(BenchCase::name).collect(Collectors.joining(", "))));
    }
}
