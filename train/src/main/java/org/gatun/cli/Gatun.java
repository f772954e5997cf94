package org.gatun.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command {@code gatun}. */
@Command(
        name = "gatun",
        description = "Trains a VQGAN and a transformer on a folder of pictures, and samples new ones.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT, // every command has --help
        version = "gatun 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            DemoTranslateCommand.class,
            TrainCommand.class,
            SampleCommand.class,
            ServeCommand.class,
            ReconstructCommand.class,
            EvalCommand.class,
            ConvertCommand.class,
            ParityCommand.class,
            BenchCommand.class,
            PackCommand.class,
            GpuCheckCommand.class,
            IconsCommand.class,
            InfoCommand.class
        })
public final class Gatun {

    @Option(
            names = "--stacktrace",
            scope = ScopeType.INHERIT,
            description = "On an error, also show where in the program it happened.")
    boolean stacktrace;

    public static void main(String[] args) {
        // Pictures are drawn, never shown: a display that does not answer must not matter.
        System.setProperty("java.awt.headless", "true");
        Preload preload = Preload.start(args);
        int status = commandLine().execute(args);
        preload.join();
        System.exit(status);
    }

    static CommandLine commandLine() {
        Gatun gatun = new Gatun();
        return new CommandLine(gatun)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(new UsageReport())
                .setExecutionExceptionHandler(new ErrorReport(() -> gatun.stacktrace));
    }
}
