package org.gatun.cli;

import org.gatun.gpt.SamplingOptions;
import org.gatun.torch.Device;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How codes are drawn, for every command that draws some. */
final class SamplingParameters {

    @Option(
            names = {"-t", "--temperature"},
            paramLabel = "T",
            defaultValue = "1",
            description = "Below 1 for likelier, above 1 for more varied pictures; default ${DEFAULT-VALUE}.")
    private double temperature;

    @Option(
            names = {"-k", "--top-k"},
            paramLabel = "K",
            defaultValue = "0",
            description = "Draw from the K likeliest codes; default: all.")
    private int topK;

    @Option(
            names = {"-p", "--top-p"},
            paramLabel = "P",
            defaultValue = "1",
            description = "Draw from the likeliest codes that make up this share; default ${DEFAULT-VALUE}.")
    private double topP;

    @Option(
            names = {"-g", "--guidance"},
            paramLabel = "S",
            defaultValue = "1",
            description = "Classifier-free guidance scale; default ${DEFAULT-VALUE}, none.")
    private double guidance;

    @Option(names = "--greedy", description = "Take the likeliest code each time instead of drawing one.")
    private boolean greedy;

    @Mixin
    private GraphOptions graphs;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "0",
            description = "Decides all that is random; default ${DEFAULT-VALUE}.")
    private long seed;

    /** @throws IllegalArgumentException if one is out of its range */
    SamplingOptions options(Device device) {
        return new SamplingOptions(temperature, topK, topP, guidance, greedy, graphs.wanted(device));
    }

    long seed() {
        return seed;
    }
}
