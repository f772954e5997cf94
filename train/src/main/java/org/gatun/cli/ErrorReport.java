package org.gatun.cli;

import java.io.UncheckedIOException;
import java.util.function.BooleanSupplier;
import org.gatun.checkpoint.CheckpointException;
import org.gatun.config.ConfigException;
import org.gatun.data.DataException;
import org.gatun.torch.LibTorchNotFoundException;
import org.gatun.torch.TorchException;
import org.gatun.train.TrainingException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says in one message what went wrong, and ends with status 2; the stack trace is for those who ask for it. */
final class ErrorReport implements IExecutionExceptionHandler {

    private final BooleanSupplier stacktrace;

    ErrorReport(BooleanSupplier stacktrace) {
        this.stacktrace = stacktrace;
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine commandLine, ParseResult parseResult) {
        commandLine.getErr().println(commandLine.getColorScheme().errorText("gatun: " + message(e)));
        if (stacktrace.getAsBoolean()) {
            e.printStackTrace(commandLine.getErr());
        }
        return CommandLine.ExitCode.USAGE;
    }

    private static String message(Exception e) {
        return switch (e) {
            case DataException _,
                    CheckpointException _,
                    ConfigException _,
                    LibTorchNotFoundException _,
                    TorchException _,
                    TrainingException _,
                    IllegalArgumentException _,
                    UserException _ -> e.getMessage();
            case UncheckedIOException io ->
                io.getMessage() + ": " + io.getCause().getMessage();
            default -> "this should not have happened: " + e + " (--stacktrace shows where)";
        };
    }
}
