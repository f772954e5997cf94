package org.gatun.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what is wrong with a command's words, and where its options are explained; status 2. */
final class UsageReport implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        CommandLine commandLine = e.getCommandLine();
        commandLine
                .getErr()
                .println(commandLine
                        .getColorScheme()
                        .errorText("gatun: " + e.getMessage() + suggestion(e) + " ("
                                + commandLine.getCommandSpec().qualifiedName() + " --help explains)"));
        return CommandLine.ExitCode.USAGE;
    }

    private static String suggestion(ParameterException e) {
        List<String> suggestions =
                e instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        return suggestions.isEmpty() ? "" : "; did you mean " + String.join(" or ", suggestions) + "?";
    }
}
