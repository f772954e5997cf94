package org.gatun.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.gatun.checkpoint.WeightConversion;
import org.gatun.checkpoint.WeightFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gatun convert}. */
@Command(
        name = "convert",
        description = "Rewrites weights in another format: .safetensors, .pt or .pth (a dictionary of tensors), .ckpt"
                + " (with epoch and global_step, as Lightning has it). What is read is found out from the file itself.",
        sortOptions = false)
final class ConvertCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "IN", description = "safetensors, or what torch.save wrote.")
    private Path in;

    @Parameters(index = "1", paramLabel = "OUT", description = "The file to write; its ending says what it is to be.")
    private Path out;

    @Option(names = "--legacy", description = "Write PyTorch's format of before 1.6, which all versions read.")
    private boolean legacy;

    @Override
    public Integer call() {
        WeightConversion.Target target = WeightConversion.targetOf(out)
                .orElseThrow(() -> new UserException(
                        out + ": its ending must be .safetensors, .pt, .pth or .ckpt, and says what is written"));
        if (legacy && target == WeightConversion.Target.SAFETENSORS) {
            throw new UserException("--legacy is about PyTorch's formats, and " + out + " is to be safetensors");
        }
        WeightFile file = WeightFile.open(in);
        if (isSame(in, out)) {
            throw new UserException(out + " is the file that is read: give another name");
        }
        WeightConversion.Result result = new WeightConversion(target, legacy).write(file, out);
        PrintWriter text = spec.commandLine().getOut();
        text.printf(
                Locale.ROOT,
                "%s (%s) to %s: %d tensors, %,d bytes%n",
                in,
                switch (file.format()) {
                    case SAFETENSORS -> "safetensors";
                    case PYTORCH_ZIP -> "PyTorch, zip";
                    case PYTORCH_LEGACY -> "PyTorch, before 1.6";
                },
                out,
                result.tensors(),
                result.bytes());
        if (!result.leftOut().isEmpty()) {
            text.println("Not carried over: " + String.join(", ", result.leftOut()));
        }
        text.flush();
        return 0;
    }

    private static boolean isSame(Path a, Path b) {
        try {
            return Files.exists(b) && Files.isSameFile(a, b);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + b, e);
        }
    }
}
