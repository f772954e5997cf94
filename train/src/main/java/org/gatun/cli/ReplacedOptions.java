package org.gatun.cli;

import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Options that another one takes the place of: given beside it, they would do nothing. */
final class ReplacedOptions {

    private ReplacedOptions() {}

    /**
     * @param by the option that replaces them
     * @param kept which options of {@code mixins} it does not replace
     * @param mixins the fields that hold the replaced options
     * @throws UserException if the user gave one of them
     */
    static void refuse(CommandSpec spec, String by, Set<String> kept, String... mixins) {
        ParseResult given = spec.commandLine().getParseResult();
        for (String mixin : mixins) {
            for (OptionSpec option : spec.mixins().get(mixin).options()) {
                if (given.hasMatchedOption(option) && !kept.contains(option.longestName())) {
                    throw new UserException(option.longestName() + " has no meaning beside " + by);
                }
            }
        }
    }
}
