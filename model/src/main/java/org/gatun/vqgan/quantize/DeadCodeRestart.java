package org.gatun.vqgan.quantize;

import org.gatun.nn.ParameterPath;
import org.gatun.torch.Autograd;
import org.gatun.torch.DType;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;

/**
 * Gives a code that no feature has chosen for a while the place of a random feature of the batch (Jukebox, arXiv 2005.00341, section
 * 3.1: random restarts). Buffer {@code unused_steps} (K) int64. Nothing waits for the device.
 */
final class DeadCodeRestart {

    private final Tensor unusedSteps;
    private final int restartAfter;

    DeadCodeRestart(ParameterPath path, int numCodes, int restartAfter) {
        try (TensorScope _ = TensorScope.open()) {
            this.unusedSteps = path.buffer("unused_steps", Torch.zeros(new long[] {numCodes}, DType.INT64));
        }
        this.restartAfter = restartAfter;
    }

    /**
     * Counts one step.
     *
     * @param indices (N) the codes that the batch has chosen
     * @param features (N, D)
     * @param codebook whose dead codes are replaced
     */
    void observe(Tensor indices, Tensor features, Codebook codebook) {
        try (TensorScope _ = TensorScope.open();
                var _ = Autograd.noGrad()) {
            unusedSteps.add_(1).index_fill_(0, indices, 0);
            Tensor dead = unusedSteps.ge(restartAfter); // (K)
            Tensor places = KMeans.random(features, codebook.numCodes()); // (K, D)
            dead = dead.logical_and(places.sum(new long[] {1}, false).isfinite()); // none of a step that is skipped
            codebook.replace(dead, places);
            unusedSteps.masked_fill_(dead, 0);
        }
    }
}
