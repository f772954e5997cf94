package org.gatun.bench;

import org.gatun.gpt.ConditionTokens;
import org.gatun.gpt.GptFlops;
import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;
import org.gatun.train.LearningRate;
import org.gatun.train.Precision;
import org.gatun.train.TransformerSettings;
import org.gatun.train.TransformerTraining;
import org.gatun.train.UpdateSettings;

/** A step of training a transformer with AdamW on the same codes. */
final class GptWorkload implements Workload {

    private static final double LEARNING_RATE = 4.5e-6;
    private static final double WEIGHT_DECAY = 0.01;

    private final RunSize size;
    private final TransformerTraining training;
    private final Tensor codes;
    private final Tensor condition;

    GptWorkload(GptShape shape, int batch, BenchSetting setting) {
        Device device = setting.device();
        TransformerSettings settings =
                settings(shape, batch, setting.precision(), LearningRate.constant(LEARNING_RATE));
        this.training = new TransformerTraining(settings, device, setting.cudaGraphs(), setting.log());
        double flops = GptFlops.training(shape.config().gpt(), training.weights(), shape.tokens());
        this.size = new RunSize((long) batch * shape.tokens(), "tokens", batch * flops, 0);
        try (TensorScope scope = TensorScope.open()) {
            long[] size = {batch, shape.config().codes()};
            this.codes = scope.keep(Torch.randint(shape.vocabulary(), size, DType.INT64, device));
            this.condition = scope.keep(Torch.zeros(new long[] {batch, 1}, DType.INT64, device));
        }
    }

    /** How such a network is trained. */
    static TransformerSettings settings(GptShape shape, int batch, Precision precision, LearningRate learningRate) {
        // As in the reference, a class has a token of the codes'.
        return new TransformerSettings(
                shape.config(),
                new ConditionTokens(1, 1, 0),
                0,
                precision,
                batch,
                learningRate,
                WEIGHT_DECAY,
                UpdateSettings.PLAIN,
                0);
    }

    @Override
    public void run() {
        try (TensorScope _ = TensorScope.open()) {
            training.step(codes, condition, 0).item();
        }
    }

    @Override
    public boolean isCaptured() {
        return training.isCaptured();
    }

    @Override
    public RunSize size() {
        return size;
    }

    @Override
    public void close() {
        codes.close();
        condition.close();
        training.close();
    }
}
