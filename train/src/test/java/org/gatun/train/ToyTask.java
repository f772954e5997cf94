package org.gatun.train;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.gatun.checkpoint.StateFile;
import org.gatun.data.UnreadableImages;
import org.gatun.optim.Adam;
import org.gatun.optim.SkippedSteps;
import org.gatun.plot.Panel;
import org.gatun.torch.Autograd;
import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;

/** A task that is over in no time: a weight that follows noise, and a tensor whose every element counts the steps. */
final class ToyTask implements TrainingTask, AutoCloseable {

    static final String COUNT = "count";

    /** What it prints before the number of the step, when a checkpoint is there. */
    static final String SAVED = "saved after step ";

    private final Tensor weight;
    private final Tensor count;
    private final Adam optimizer;
    private final long brokenFrom;
    private long stepsDone;

    /**
     * @param elements of the tensor that counts
     * @param brokenFrom the step from which gradients are not finite
     */
    ToyTask(int elements, long brokenFrom) {
        this.brokenFrom = brokenFrom;
        try (TensorScope scope = TensorScope.open()) {
            this.weight = scope.keep(Tensor.of(1f, 2f));
            this.count = scope.keep(Torch.zeros(new long[] {elements}, DType.FLOAT32, Device.CPU));
        }
        this.optimizer = new Adam(0.1, 0.9, 0.99, 1e-8).add(Map.of("weight", weight), 0);
    }

    @Override
    public String name() {
        return "toy";
    }

    @Override
    public Device device() {
        return Device.CPU;
    }

    @Override
    public int batchSize() {
        return 1;
    }

    @Override
    public long stepsDone() {
        return stepsDone;
    }

    @Override
    public Supplier<Map<String, Double>> step(double used) {
        try (TensorScope scope = TensorScope.open();
                var _ = Autograd.noGrad()) {
            Tensor grad = Torch.randn(2).mul(1 - used);
            optimizer.step(List.of(stepsDone < brokenFrom ? grad : grad.mul(Double.NaN)));
            count.add_(1);
            stepsDone++;
            Tensor loss = scope.moveToOuter(weight.sum());
            return () -> Map.of("loss", loss.item());
        }
    }

    @Override
    public double stepFlops() {
        return 0;
    }

    @Override
    public List<UnreadableImages> unreadable() {
        return List.of();
    }

    @Override
    public List<SkippedSteps> skipped() {
        return optimizer.skippedSteps().stream().toList();
    }

    @Override
    public Evaluation evaluate(boolean isLast) {
        try (TensorScope _ = TensorScope.open()) {
            return Evaluation.of("val_loss", weight.select(0, 0).item());
        }
    }

    @Override
    public Evaluations evaluations() {
        return new Evaluations.Times(4);
    }

    @Override
    public String summary(MetricLog metrics) {
        return "loss " + metrics.last("loss");
    }

    @Override
    public List<Panel> panels(MetricLog metrics) {
        return List.of();
    }

    @Override
    public Map<String, Tensor> state() {
        Map<String, Tensor> state = new LinkedHashMap<>(optimizer.state());
        state.put("weight", weight);
        state.put(COUNT, count);
        return state;
    }

    @Override
    public Map<String, String> position() {
        return Map.of();
    }

    @Override
    public void resume(long steps, Map<String, String> position) {
        stepsDone = steps;
    }

    @Override
    public void saveWeights(Path file) {
        StateFile.save(file, Map.of("weight", weight), Map.of());
        System.out.println(SAVED + stepsDone);
    }

    float[] weights() {
        return weight.toFloatArray();
    }

    @Override
    public void close() {
        optimizer.close();
        weight.close();
        count.close();
    }
}
