package org.gatun.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gatun.bench.BenchCase;
import org.gatun.bench.BenchRow;
import org.gatun.bench.BenchSetting;
import org.gatun.bench.GraphComparison;
import org.gatun.parity.Fixture;
import org.gatun.parity.ParityResult;
import org.gatun.parity.ParityRunner;
import org.gatun.torch.Backends;
import org.gatun.torch.Cuda;
import org.gatun.torch.CudaMemory;
import org.gatun.torch.Device;
import org.gatun.torch.LibTorch;
import org.gatun.torch.TorchException;
import org.gatun.train.DevicePeak;
import org.gatun.train.Precision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gatun gpu-check}, what {@code make gpu-check} runs after the tests of the bindings. */
@Command(
        name = "gpu-check",
        description =
                "Checks a GPU: compares with what the reference computed, and replayed steps with ordinary ones; then times"
                        + " whole steps. Writes it all as one table.",
        sortOptions = false)
final class GpuCheckCommand implements Callable<Integer> {

    private static final List<String> CPU_CASES = List.of("gpt-8l-b16", "sample-8l-b1");

    @Spec
    private CommandSpec spec;

    @Option(names = "--parity", paramLabel = "DIR", description = "Folder of fixtures (*.safetensors); default: none.")
    private Path parity;

    @Option(names = "--device", paramLabel = "DEVICE", defaultValue = "cuda", description = "Default ${DEFAULT-VALUE}.")
    private String device;

    @Option(
            names = "--case",
            paramLabel = "NAME",
            split = ",",
            description = "Cases of `gatun bench`; default: all that are meant for a GPU, on a CPU two small ones.")
    private List<String> cases;

    @Option(
            names = "--precision",
            paramLabel = "PRECISION",
            split = ",",
            description = "Default: fp32,tf32,bf16, on a CPU fp32.")
    private List<Precision> precisions;

    @Option(
            names = "--binding-tests",
            paramLabel = "TEXT",
            defaultValue = "not run",
            description = "What came of the tests of the bindings, for the table.")
    private String bindingTests;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            defaultValue = "GPU.md",
            description = "The table; default ${DEFAULT-VALUE}.")
    private Path out;

    private final List<String> lines = new ArrayList<>();
    private boolean failed;

    @Override
    public Integer call() {
        LibTorch.load();
        Device on = ComputeOptions.named(device);
        say("# " + title(on));
        say("");
        say("libtorch " + LibTorch.version() + ", Java " + Runtime.version().feature()
                + ". Written by `make gpu-check`; rates are those of the median step.");
        say("");
        say("| check | result |");
        say("|---|---|");
        say("| tests of the bindings | " + bindingTests + " |");
        if (parity != null) {
            parity("what the reference computed, float64", on, ParityRunner::run);
            parity("its forward pass in float32", on, ParityRunner::runForwardInFloat32);
        }
        compareGraphs(on);
        say("");
        measure(on);
        write();
        return failed ? 1 : 0;
    }

    private static String title(Device on) {
        if (!on.isCuda()) {
            return "Measured on a CPU: a check of the check";
        }
        double gib = CudaMemory.ofWholeDevice(on).total() / 0x1p30;
        return String.format(
                Locale.ROOT,
                "Measured on a GPU: %s, %.0f GiB, compute capability %.1f",
                Cuda.deviceName(on.index()),
                gib,
                Cuda.computeCapability(on.index()) / 10.0);
    }

    /** A line, as soon as it is known. */
    private void say(String line) {
        lines.add(line);
        PrintWriter writer = spec.commandLine().getOut();
        writer.println(line);
        writer.flush();
    }

    private void check(String what, boolean pass, String text) {
        failed |= !pass;
        say("| " + what + " | " + (pass ? "" : "**FAILED**, ")
                + text.replace('\n', ' ').replace("|", "\\|") + " |");
    }

    private void parity(String what, Device on, Function<Fixture, Optional<ParityResult>> run) {
        Backends.setAllowTf32(false);
        int passed = 0;
        List<String> failures = new ArrayList<>();
        for (Path file : ParityCommand.fixtures(parity)) {
            try {
                ParityResult result = run.apply(Fixture.read(file, on)).orElse(null);
                if (result == null) {
                    continue;
                }
                passed += result.pass() ? 1 : 0;
                result.failures().forEach(failure -> failures.add(result.name() + ": " + failure));
            } catch (TorchException e) {
                failures.add(file.getFileName() + ": " + e.getMessage());
            }
        }
        check(what, failures.isEmpty(), passed + " fixtures agree" + (failures.isEmpty() ? "" : "; " + failures));
    }

    private void compareGraphs(Device on) {
        try {
            for (GraphComparison comparison : GraphComparison.all(on, Precision.FP32)) {
                check("graphs: " + comparison.name(), comparison.pass(on), comparison.text());
            }
        } catch (TorchException e) {
            check("graphs", false, e.getMessage());
        }
    }

    private void measure(Device on) {
        say("| " + String.join(" | ", BenchRow.COLUMNS) + " |");
        say("|---|---|---|---|---|---|");
        for (BenchCase benchCase : chosen(on)) {
            for (Precision precision : precisions(on)) {
                DevicePeak peak = DevicePeak.measure(on, precision);
                for (boolean graphs : on.isCuda() ? new boolean[] {false, true} : new boolean[] {false}) {
                    say("| " + row(benchCase, new BenchSetting(on, precision, graphs, this::note), peak) + " |");
                }
            }
        }
    }

    private String row(BenchCase benchCase, BenchSetting setting, DevicePeak peak) {
        try {
            return BenchRow.measure(benchCase, setting).row(peak).replace("\t", " | ");
        } catch (TorchException e) { // too large for this GPU, say: the next case may do
            failed = true;
            return benchCase.name() + " | " + setting.precision() + " | failed: "
                    + e.getMessage().lines().findFirst().orElse("") + " | | | ";
        }
    }

    private void note(String text) {
        spec.commandLine().getErr().println(text);
    }

    private List<BenchCase> chosen(Device on) {
        if (cases != null) {
            return cases.stream().map(BenchCommand::named).toList();
        }
        return on.isCuda()
                ? BenchCase.ALL
                : CPU_CASES.stream().map(BenchCommand::named).toList();
    }

    private List<Precision> precisions(Device on) {
        if (precisions != null) {
            return precisions;
        }
        return on.isCuda() ? Stream.of(Precision.values()).toList() : List.of(Precision.FP32);
    }

    private void write() {
        try {
            Path folder = out.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Files.write(out, lines);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + out, e);
        }
    }
}
