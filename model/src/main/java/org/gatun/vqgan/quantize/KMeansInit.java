package org.gatun.vqgan.quantize;

import java.util.ArrayList;
import java.util.List;
import org.gatun.nn.ParameterPath;
import org.gatun.torch.DType;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;

/**
 * Makes the first codes from the first features (k-means), in place of random ones: once of the first batch, so that training can
 * begin, and again of some batches together. Buffer {@code kmeans_initialized}, 1 when that is done.
 *
 * <p>Until then it keeps features on the Java heap and waits for the device; a run that is resumed before begins it anew.
 */
final class KMeansInit {

    private final Tensor initialized;
    private final int batches;
    private final List<float[]> gathered = new ArrayList<>();
    private boolean done;

    /** @param batches how many, at least one */
    KMeansInit(ParameterPath path, int batches) {
        try (TensorScope _ = TensorScope.open()) {
            this.initialized = path.buffer("kmeans_initialized", Torch.zeros(new long[0], DType.INT64));
        }
        this.batches = batches;
    }

    /**
     * Sees one batch.
     *
     * @param features (N, D)
     */
    void observe(Tensor features, Codebook codebook) {
        if (done) {
            return;
        }
        if (gathered.isEmpty() && initialized.itemLong() == 1) { // comes from a checkpoint
            done = true;
            return;
        }
        gathered.add(features.to(DType.FLOAT32).toFloatArray());
        done = gathered.size() == batches;
        if (gathered.size() == 1 || done) {
            place(features, codebook);
        }
        if (done) {
            initialized.fill_(1);
            gathered.clear();
        }
    }

    private void place(Tensor like, Codebook codebook) {
        try (TensorScope _ = TensorScope.open()) {
            Tensor features = Torch.cat(
                            gathered.stream()
                                    .map(batch -> Tensor.of(batch, batch.length / like.size(1), like.size(1)))
                                    .toList(),
                            0)
                    .to(like.dtype(), like.device());
            Tensor centres = KMeans.centres(features, codebook.numCodes());
            Tensor all = Torch.ones(new long[] {codebook.numCodes()}, DType.BOOL, like.device());
            codebook.replace(all, centres);
        }
    }
}
