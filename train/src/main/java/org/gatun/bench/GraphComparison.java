package org.gatun.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.gatun.gpt.CodeTransformer;
import org.gatun.gpt.Prompt;
import org.gatun.gpt.SamplingOptions;
import org.gatun.nn.Parameters;
import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.gatun.torch.Generator;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;
import org.gatun.train.LearningRate;
import org.gatun.train.Precision;
import org.gatun.train.TransformerTraining;
import org.gatun.train.VqganTraining;

/**
 * The same steps in two ways, as ordinary ones and of one shape, which a GPU replays as CUDA graphs: learning rate and losses change from
 * step to step, and the discriminator comes in on the way.
 *
 * @param name what was repeated
 * @param captured whether the second way ended in replays of a graph
 * @param difference the largest relative difference of a loss or, of drawn tokens, the share that differs
 * @param notes what the second way had to say
 */
public record GraphComparison(String name, boolean captured, double difference, List<String> notes) {

    /** Kernels of a GPU may sum in another order each time, and Adam's first steps amplify that. */
    private static final double BOUND = 1e-3;

    private static final int STEPS = 14;
    private static final int DISC_START = 6;
    private static final int SMALL_BATCH = 4;

    /** All of them on a device; networks are tiny on a CPU. */
    public static List<GraphComparison> all(Device device, Precision precision) {
        return List.of(vqgan(device, precision), transformer(device, precision), sampling(device));
    }

    /** Whether both ways agree and, on a GPU, the second one was captured. */
    public boolean pass(Device device) {
        return difference <= BOUND && (captured || !device.isCuda());
    }

    /** The result in a few words. */
    public String text() {
        String how = captured ? "replayed as a graph" : "not captured";
        String note = notes.isEmpty() ? "" : ": " + String.join(" ", notes);
        return String.format(Locale.ROOT, "largest difference %.1e, %s%s", difference, how, note);
    }

    private static LearningRate learningRate() {
        return new LearningRate(1e-4, 4, 0.1);
    }

    private interface Run {
        List<Double> losses(boolean graphs, Consumer<String> log, boolean[] captured);
    }

    private static GraphComparison compare(String name, Run run) {
        List<String> notes = new ArrayList<>();
        boolean[] captured = new boolean[1];
        List<Double> ordinary = run.losses(false, notes::add, captured);
        List<Double> repeated = run.losses(true, notes::add, captured);
        double difference = 0;
        for (int i = 0; i < ordinary.size(); i++) {
            double scale = Math.max(Math.abs(ordinary.get(i)), 1e-3);
            double each = Math.abs(repeated.get(i) - ordinary.get(i)) / scale;
            difference = Double.isNaN(each) ? Double.POSITIVE_INFINITY : Math.max(difference, each);
        }
        return new GraphComparison(name, captured[0], difference, notes);
    }

    private static GraphComparison vqgan(Device device, Precision precision) {
        VqganWorkload.Shape shape = device.isCuda() ? VqganWorkload.small() : VqganWorkload.tiny();
        int size = shape.model().autoencoder().resolution();
        return compare("VQGAN's training step, discriminator from step " + DISC_START, (graphs, log, captured) -> {
            List<Double> losses = new ArrayList<>();
            try (VqganTraining training = new VqganTraining(
                    VqganWorkload.settings(shape, false, DISC_START, SMALL_BATCH, precision, learningRate()),
                    device,
                    null,
                    graphs,
                    log)) {
                for (int i = 0; i < STEPS; i++) {
                    try (TensorScope _ = TensorScope.open()) {
                        Tensor x = Torch.rand(new long[] {SMALL_BATCH, 3, size, size}, DType.FLOAT32, device)
                                .mul(2)
                                .sub(1);
                        Map<String, Double> read = new LinkedHashMap<>(
                                training.step(x, (double) i / STEPS).read());
                        losses.addAll(List.of(read.get("nll_loss"), read.getOrDefault("disc_loss", 0.0)));
                    }
                }
                captured[0] = training.isCaptured();
            }
            return losses;
        });
    }

    private static GraphComparison transformer(Device device, Precision precision) {
        GptShape shape = device.isCuda() ? GptShape.SMALL : GptShape.TINY;
        return compare("transformer's training step", (graphs, log, captured) -> {
            List<Double> losses = new ArrayList<>();
            try (TransformerTraining training = new TransformerTraining(
                    GptWorkload.settings(shape, SMALL_BATCH, precision, learningRate()), device, graphs, log)) {
                for (int i = 0; i < STEPS; i++) {
                    try (TensorScope _ = TensorScope.open()) {
                        long[] size = {SMALL_BATCH, shape.tokens()};
                        Tensor codes = Torch.randint(shape.vocabulary(), size, DType.INT64, device);
                        Tensor condition = Torch.zeros(new long[] {SMALL_BATCH, 1}, DType.INT64, device);
                        losses.add(training.step(codes, condition, (double) i / STEPS)
                                .item());
                    }
                }
                captured[0] = training.isCaptured();
            }
            return losses;
        });
    }

    /** Greedy: a draw would make much of a small difference. */
    private static GraphComparison sampling(Device device) {
        GptShape shape = device.isCuda() ? GptShape.SMALL : GptShape.TINY;
        Generator.manualSeed(0);
        try (Parameters parameters = new Parameters(device, DType.FLOAT32);
                TensorScope _ = TensorScope.open()) {
            CodeTransformer transformer = new CodeTransformer(parameters.root(), shape.config());
            Tensor condition = Torch.zeros(new long[] {SMALL_BATCH, 1}, DType.INT64, device);
            SamplingOptions greedy = SamplingOptions.DEFAULT.withTopK(1);
            Tensor ordinary = transformer.sample(condition, greedy);
            List<String> notes = new ArrayList<>();
            CaptureWatch watch = new CaptureWatch(notes::add);
            Tensor repeated = transformer.sample(Prompt.of(condition), greedy.withCudaGraphs(true), watch);
            double different = (double) ordinary.ne(repeated).sum().itemLong() / ordinary.numel();
            return new GraphComparison("drawing tokens", watch.isCaptured(), different, notes);
        }
    }
}
