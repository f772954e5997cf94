package org.gatun.nn;

import org.gatun.torch.DType;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;

/**
 * {@code torch.nn.BatchNorm2d} over (B, C, H, W). Parameters {@code weight}, {@code bias}; buffers {@code running_mean},
 * {@code running_var}, {@code num_batches_tracked}.
 */
public final class BatchNorm2d {

    private static final double DEFAULT_EPS = 1e-5;
    private static final double MOMENTUM = 0.1;

    private final Tensor weight;
    private final Tensor bias;
    private final Tensor runningMean;
    private final Tensor runningVar;
    private final Tensor numBatchesTracked;
    private final double eps;

    public BatchNorm2d(ParameterPath path, long numFeatures, Init weightInit) {
        this(path, numFeatures, weightInit, DEFAULT_EPS);
    }

    public BatchNorm2d(ParameterPath path, long numFeatures, Init weightInit, double eps) {
        this.eps = eps;
        this.weight = path.parameter("weight", weightInit, numFeatures);
        this.bias = path.parameter("bias", Init.ZEROS, numFeatures);
        try (TensorScope _ = TensorScope.open()) {
            this.runningMean = path.buffer("running_mean", Torch.zeros(numFeatures));
            this.runningVar = path.buffer("running_var", Torch.ones(numFeatures));
            this.numBatchesTracked = path.buffer("num_batches_tracked", Torch.zeros(new long[0], DType.INT64));
        }
    }

    /** @param training whether to normalise by the batch's statistics, and learn them, or by the learned ones */
    public Tensor forward(Tensor input, boolean training) {
        if (training) {
            numBatchesTracked.add_(1);
        }
        return Torch.batch_norm(input, weight, bias, runningMean, runningVar, training, MOMENTUM, eps, true);
    }
}
