package org.gatun.cli;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.gatun.bench.BenchCase;
import org.gatun.bench.BenchRow;
import org.gatun.bench.BenchSetting;
import org.gatun.torch.Device;
import org.gatun.train.DevicePeak;
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

    @Mixin
    private GraphOptions graphs;

    @Option(
            names = "--table",
            description =
                    "Print a row of a table instead: case, how, milliseconds, rate, peak memory of a GPU, and the share of what the"
                            + " device reaches in a large matrix product or a copy.")
    private boolean table;

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
        BenchSetting setting = new BenchSetting(
                device,
                compute.precision(device),
                graphs.wanted(device),
                spec.commandLine().getErr()::println);
        DevicePeak peak = table ? DevicePeak.measure(device, setting.precision()) : null;
        for (BenchCase each : chosen) {
            BenchRow row = BenchRow.measure(each, setting);
            spec.commandLine().getOut().println(table ? row.row(peak) : row.brief());
            spec.commandLine().getOut().flush();
        }
        return 0;
    }

    static BenchCase named(String name) {
        return BenchCase.named(name)
                .orElseThrow(() -> new UserException("there is no case \"" + name + "\", only "
                        + BenchCase.ALL.stream().map(BenchCase::name).collect(Collectors.joining(", "))));
    }
}
