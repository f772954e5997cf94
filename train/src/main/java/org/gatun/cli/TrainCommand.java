package org.gatun.cli;

import picocli.CommandLine.Command;

/** {@code gatun train}. */
@Command(
        name = "train",
        description = "Trains the first stage (vqgan), then the second (transformer).",
        subcommands = {TrainVqganCommand.class, TrainTransformerCommand.class})
final class TrainCommand {}
