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
import java.util.stream.Stream;
import org.gatun.checkpoint.CheckpointException;
import org.gatun.parity.Fixture;
import org.gatun.parity.ParityResult;
import org.gatun.parity.ParityRunner;
import org.gatun.torch.Backends;
import org.gatun.torch.Device;
import org.gatun.torch.LibTorch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gatun parity}. */
@Command(
        name = "parity",
        description = "Compares with what the reference computed, in float64, and the forward pass in float32 too.")
final class ParityCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DIR", description = "Folder of fixtures (*.safetensors).")
    private Path directory;

    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            defaultValue = "cpu",
            description = "cpu (default), cuda or cuda:N; on each the same numbers are to come out.")
    private String device;

    @Override
    public Integer call() {
        LibTorch.load();
        Device on = ComputeOptions.named(device);
        Backends.setAllowTf32(false);
        PrintWriter out = spec.commandLine().getOut();
        boolean failed = false;
        List<Fixture> fixtures = new ArrayList<>();
        for (Path file : fixtures(directory)) {
            try {
                fixtures.add(Fixture.read(file, on));
            } catch (CheckpointException e) {
                out.printf("%-20s FAIL%n    %s%n", Fixture.name(file), e.getMessage());
                failed = true;
            }
        }
        for (Fixture fixture : fixtures) {
            Optional<ParityResult> result = ParityRunner.run(fixture);
            if (result.isEmpty()) {
                out.printf("%-20s %-15s SKIP: this kind is not built yet%n", fixture.name(), fixture.kind());
            } else {
                print(result.get(), out);
                failed |= !result.get().pass();
            }
            out.flush();
        }
        out.printf(Locale.ROOT, "%nForward pass in float32, bound %.0e:%n", ParityResult.FLOAT32_BOUND);
        for (Fixture fixture : fixtures) {
            Optional<ParityResult> result = ParityRunner.runForwardInFloat32(fixture);
            result.ifPresent(forward -> printForward(forward, out));
            failed |= result.isPresent() && !result.get().pass();
            out.flush();
        }
        return failed ? 1 : 0;
    }

    private static void printForward(ParityResult result, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%-20s %-15s outputs %.1e, unequal indices %d  %s%n",
                result.name(),
                result.kind(),
                result.outputs(),
                result.unequalIndices(),
                verdict(result));
        result.failures().forEach(failure -> out.println("    " + failure));
    }

    private static String verdict(ParityResult result) {
        return result.pass() ? "PASS" : "FAIL";
    }

    private static void print(ParityResult result, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%-20s %-15s outputs %.1e, gradients %.1e, losses %.1e, unequal indices %d  %s%n",
                result.name(),
                result.kind(),
                result.outputs(),
                result.gradients(),
                result.losses(),
                result.unequalIndices(),
                verdict(result));
        result.failures().forEach(failure -> out.println("    " + failure));
    }

    /** Those in a folder. */
    static List<Path> fixtures(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new UserException("there is no folder " + directory);
        }
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".safetensors"))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new UserException("there are no fixtures (*.safetensors) in " + directory);
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + directory, e);
        }
    }
}
