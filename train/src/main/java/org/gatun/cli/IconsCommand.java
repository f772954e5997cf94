package org.gatun.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.gatun.data.IconFolderWriter;
import org.gatun.data.IconSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gatun icons}. */
@Command(
        name = "icons",
        description = "Draws an icon set in Iconify's format into a folder of pictures, a class a sub-folder.")
final class IconsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "SOURCE",
            description = "Iconify's JSON file of one set, or the jar of all sets.")
    private Path source;

    @Option(
            names = "--set",
            paramLabel = "NAME",
            defaultValue = "noto",
            description = "The set in the jar; default ${DEFAULT-VALUE}.")
    private String set;

    @Option(
            names = "--size",
            paramLabel = "PIXELS",
            defaultValue = "64",
            description = "Height and width; default ${DEFAULT-VALUE}.")
    private int size;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            required = true,
            description = "The folder to make.")
    private Path out;

    @Override
    public Integer call() {
        IconSet icons = source.toString().endsWith(".jar") ? IconSet.readFromJar(source, set) : IconSet.read(source);
        spec.commandLine()
                .getOut()
                .println(new IconFolderWriter(size).write(icons, out).summary());
        return 0;
    }
}
