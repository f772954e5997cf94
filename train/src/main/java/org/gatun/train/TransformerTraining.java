package org.gatun.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.gatun.checkpoint.StateFile;
import org.gatun.gpt.CodeTransformer;
import org.gatun.gpt.LossGradients;
import org.gatun.gpt.WeightDecayGroups;
import org.gatun.nn.Parameters;
import org.gatun.optim.Adam;
import org.gatun.optim.GradientSum;
import org.gatun.torch.Autocast;
import org.gatun.torch.Autograd;
import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.gatun.torch.Generator;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;

/** A second stage in training. It owns network and optimizer. */
public final class TransformerTraining implements AutoCloseable {

    // arXiv 2012.09841's implementation, after minGPT.
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.95;
    private static final double EPS = 1e-8;

    /** All steps are of one kind. */
    private static final String KIND = "step";

    private final TransformerSettings settings;
    private final Device device;
    private final Parameters parameters;
    private final CodeTransformer model;
    private final Adam optimizer;
    private final WeightAverage average; // or null
    private final RepeatedStep repeated;
    private long stepsDone;

    /** A fresh network, after seeding libtorch's generators. */
    public TransformerTraining(TransformerSettings settings, Device device) {
        this(settings, device, false, _ -> {});
    }

    /**
     * The same, with steps of one shape if that is wanted, which a GPU replays as CUDA graphs.
     *
     * @param log told once if that can't be done
     */
    public TransformerTraining(TransformerSettings settings, Device device, boolean cudaGraphs, Consumer<String> log) {
        this.settings = settings;
        this.device = device;
        Generator.manualSeed(settings.seed());
        this.parameters = new Parameters(device, DType.FLOAT32);
        this.model = new CodeTransformer(parameters.root(), settings.model());
        WeightDecayGroups groups = model.gpt().weightDecayGroups();
        this.optimizer = new Adam(settings.learningRate().peak(), BETA1, BETA2, EPS)
                .add(groups.decay(), settings.weightDecay())
                .add(groups.noDecay(), 0);
        UpdateSettings update = settings.update();
        if (update.maxGradNorm() > 0) {
            optimizer.clipGradNorm(update.maxGradNorm());
        }
        this.average = update.emaDecay() == 0 ? null : new WeightAverage(parameters, update.emaDecay());
        this.repeated = new RepeatedStep(device, cudaGraphs, this::work, log);
    }

    /**
     * One step.
     *
     * @param codes (B, h*w) int64, {@link TransformerSettings#stepSize()} pictures
     * @param condition (B, C) int64, the tokens before them
     * @param used share of the run that is over, for the learning rate
     * @return the loss, a scalar that holds until the next step or {@link #close}, and is not to be closed
     */
    public Tensor step(Tensor codes, Tensor condition, double used) {
        optimizer.setLr(settings.learningRate().at(stepsDone, used));
        Tensor loss = repeated.run(KIND, List.of(codes, condition)).getFirst();
        stepsDone++;
        if (average != null) {
            average.update(stepsDone);
        }
        return loss;
    }

    /** @param inputs codes and condition */
    private List<Tensor> work(List<Tensor> inputs) {
        int parts = settings.update().accumulate();
        try (TensorScope scope = TensorScope.open();
                Autocast _ = settings.precision().open(device);
                GradientSum gradients = new GradientSum(parts)) {
            Tensor codes = inputs.getFirst();
            Tensor condition = settings.condition().dropout(inputs.getLast(), settings.conditionDropout());
            long size = codes.size(0) / parts;
            if (size * parts != codes.size(0)) {
                throw new IllegalArgumentException(
                        "a batch of " + codes.size(0) + " does not divide into " + parts + " parts");
            }
            List<Tensor> losses = new ArrayList<>();
            for (int part = 0; part < parts; part++) {
                try (TensorScope inner = TensorScope.open()) {
                    LossGradients result = model.gradients(
                            codes.narrow(0, part * size, size),
                            condition.narrow(0, part * size, size),
                            optimizer.parameters(),
                            settings.update().checkpointActivations());
                    gradients.add(result.gradients());
                    losses.add(inner.moveToOuter(result.loss()));
                }
            }
            optimizer.step(gradients.mean());
            return List.of(scope.moveToOuter(Torch.stack(losses).mean()));
        }
    }

    /** Whether steps are replays of a CUDA graph by now. */
    public boolean isCaptured() {
        return repeated.isCaptured();
    }

    /** The network as it is evaluated and saved: with its averaged weights, if there are any, until the result is closed; may be null. */
    WeightAverage.Applied averaged() {
        return average == null ? null : average.apply();
    }

    /** The mean loss over a whole data set, without dropout. */
    double evaluate(CodeDataset dataset) {
        double sum = 0;
        try (TensorScope _ = TensorScope.open();
                var _ = Autograd.noGrad();
                Autocast _ = settings.precision().open(device)) {
            for (long start = 0; start < dataset.size(); start += settings.batchSize()) {
                try (TensorScope _ = TensorScope.open()) {
                    long length = Math.min(settings.batchSize(), dataset.size() - start);
                    CodeBatch batch = dataset.slice(start, length);
                    sum += length
                            * model.loss(batch.codes(), batch.condition(), false)
                                    .item();
                }
            }
        }
        return sum / dataset.size();
    }

    public TransformerSettings settings() {
        return settings;
    }

    public Device device() {
        return device;
    }

    public CodeTransformer model() {
        return model;
    }

    /** The network's tensors by name; not to be closed. */
    public Map<String, Tensor> weights() {
        return parameters.stateDict();
    }

    public long parameterCount() {
        return parameters.count();
    }

    public long stepsDone() {
        return stepsDone;
    }

    Adam optimizer() {
        return optimizer;
    }

    /** All tensors that change in training, by name; not to be closed. */
    Map<String, Tensor> state() {
        Map<String, Tensor> state = new LinkedHashMap<>(parameters.stateDict());
        optimizer.state().forEach((name, tensor) -> state.put("optimizer." + name, tensor));
        if (average != null) {
            state.putAll(average.state());
        }
        return state;
    }

    /** Goes on after so many steps; {@link #state} is what it was then. */
    void resume(long steps) {
        stepsDone = steps;
    }

    /**
     * Writes weights under the reference's names, those of the other stages with them: one file is all that sampling needs.
     *
     * @param weights the transformer's, or a copy of them
     * @param stages their parameters, by their names in this file
     */
    void save(Path file, Map<String, Tensor> weights, Map<String, Tensor> stages) {
        Map<String, Tensor> state = new LinkedHashMap<>(weights);
        state.putAll(stages);
        StateFile.save(file, state, Map.of("global_step", Long.toString(stepsDone)));
    }

    @Override
    public void close() {
        repeated.close();
        if (average != null) {
            average.close();
        }
        optimizer.close();
        parameters.close();
    }
}
