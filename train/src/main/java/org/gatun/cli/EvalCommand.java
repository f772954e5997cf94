package org.gatun.cli;

import picocli.CommandLine.Command;

/** {@code gatun eval}. */
@Command(
        name = "eval",
        description = "Measures how good a trained model is.",
        subcommands = {EvalVqganCommand.class})
final class EvalCommand {}
