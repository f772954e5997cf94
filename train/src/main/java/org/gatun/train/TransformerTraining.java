package org.gatun.train;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatun.checkpoint.StateFile;
import org.gatun.gpt.CodeTransformer;
import org.gatun.gpt.WeightDecayGroups;
import org.gatun.nn.Parameters;
import org.gatun.optim.Adam;
import org.gatun.torch.Autocast;
import org.gatun.torch.Autograd;
import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.gatun.torch.Generator;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;

/** A second stage in training. It owns network and optimizer. */
public final class TransformerTraining implements AutoCloseable {

    // arXiv 2012.09841's implementation, after minGPT.
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.95;
    private static final double EPS = 1e-8;

    private final TransformerSettings settings;
    private final Device device;
    private final Parameters parameters;
    private final CodeTransformer model;
    private final Adam optimizer;
    private long stepsDone;

    /** A fresh network, after seeding libtorch's generators. */
    public TransformerTraining(TransformerSettings settings, Device device) {
        this.settings = settings;
        this.device = device;
        Generator.manualSeed(settings.seed());
        this.parameters = new Parameters(device, DType.FLOAT32);
        this.model = new CodeTransformer(parameters.root(), settings.model());
        WeightDecayGroups groups = model.gpt().weightDecayGroups();
        this.optimizer = new Adam(settings.learningRate().peak(), BETA1, BETA2, EPS)
                .add(groups.decay(), settings.weightDecay())
                .add(groups.noDecay(), 0);
    }

    /**
     * One step.
     *
     * @param codes (B, h*w) int64
     * @param condition (B, C) int64, the tokens before them
     * @param used share of the run that is over, for the learning rate
     * @return the loss, a scalar of the innermost open scope
     */
    public Tensor step(Tensor codes, Tensor condition, double used) {
        optimizer.setLr(settings.learningRate().at(stepsDone, used));
        try (TensorScope scope = TensorScope.open();
                Autocast _ = settings.precision().open(device)) {
            Tensor seen = settings.condition().dropout(condition, settings.conditionDropout());
            Tensor loss = model.loss(codes, seen, true);
            List<Tensor> grads = Autograd.grad(loss, optimizer.parameters());
            if (settings.maxGradNorm() > 0) {
                GradientNorm.clip(grads, settings.maxGradNorm());
            }
            optimizer.step(grads);
            stepsDone++;
            return scope.moveToOuter(loss.detach());
        }
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
    Map<String, Tensor> weights() {
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
        optimizer.close();
        parameters.close();
    }
}
