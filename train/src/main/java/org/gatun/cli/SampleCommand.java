package org.gatun.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.gatun.config.RunFolder;
import org.gatun.gpt.Prompt;
import org.gatun.gpt.SamplingListener;
import org.gatun.gpt.SamplingOptions;
import org.gatun.run.SecondStage;
import org.gatun.torch.Autograd;
import org.gatun.torch.Device;
import org.gatun.torch.Generator;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.train.Sheets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gatun sample}. */
@Command(name = "sample", description = "Samples new pictures from a trained transformer.", sortOptions = false)
final class SampleCommand implements Callable<Integer> {

    static final int PER_CLASS = 8;

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-r", "--run"},
            paramLabel = "RUN",
            required = true,
            description = "The folder of the transformer's run.")
    private Path run;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            defaultValue = "samples.png",
            description = "The sheet to write; default ${DEFAULT-VALUE}.")
    private Path out;

    @Option(
            names = "-n",
            paramLabel = "N",
            defaultValue = "" + PER_CLASS,
            description = "Pictures of each class; default ${DEFAULT-VALUE}.")
    private int perClass;

    @Option(
            names = "--classes",
            split = ",",
            paramLabel = "CLASS",
            description = "Names or numbers of classes; default: all.")
    private List<String> wanted;

    @Mixin
    private SamplingParameters sampling;

    @Mixin
    private ComputeOptions compute;

    @Override
    public Integer call() {
        SamplingOptions options = sampling.options();
        RunFolder folder = RunFolder.open(run);
        Device device = compute.device();
        try (SecondStage stage = SecondStage.load(folder, device);
                TensorScope _ = TensorScope.open();
                var _ = Autograd.noGrad()) {
            List<Integer> classes = classes(stage.classes());
            long[] labels = classes.stream()
                    .flatMapToLong(label -> IntStream.range(0, perClass).mapToLong(_ -> label))
                    .toArray();
            Generator.manualSeed(sampling.seed());
            long begin = System.nanoTime();
            Prompt prompt = Prompt.of(stage.labels().tokens(labels, device));
            if (options.isGuided()) {
                prompt = prompt.withUnconditional(stage.labels().nullTokens(device));
            }
            Tensor codes = stage.transformer().sample(prompt, options, SamplingListener.NONE);
            int side = stage.transformer().config().height();
            Tensor pictures = stage.firstStage()
                    .decodeIndices(
                            codes.view(-1, side, stage.transformer().config().width()));
            double seconds = (System.nanoTime() - begin) / 1e9;
            Sheets.write(
                    pictures,
                    perClass,
                    classes.stream().map(stage.classes()::get).toList(),
                    out);
            spec.commandLine()
                    .getOut()
                    .printf(
                            Locale.ROOT,
                            "%d pictures in %.2f s: %.0f tokens/s, %.1f pictures/s; see %s%n",
                            labels.length,
                            seconds,
                            codes.numel() / seconds,
                            labels.length / seconds,
                            out);
        }
        return 0;
    }

    private List<Integer> classes(List<String> known) {
        if (wanted == null) {
            return IntStream.range(0, known.size()).boxed().toList();
        }
        List<Integer> classes = new ArrayList<>();
        for (String name : wanted) {
            int index = known.indexOf(name);
            if (index < 0 && name.matches("\\d{1,6}") && Integer.parseInt(name) < known.size()) {
                index = Integer.parseInt(name);
            }
            if (index < 0) {
                throw new UserException("there is no class " + name + "; there are " + String.join(", ", known));
            }
            classes.add(index);
        }
        return classes;
    }
}
