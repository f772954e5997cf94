package org.gatun.vqgan.quantize;

import java.util.ArrayList;
import java.util.List;
import org.gatun.nn.ParameterPath;
import org.gatun.torch.DType;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;

/**
 * Makes the first codes from features (k-means), in place of random ones, once a network has learned to make features: for some training
 * batches there are no codes, and the features of the last of them give the first codes. Until then the codes are those of the first
 * batch, for whoever looks meanwhile. Buffer {@code kmeans_batches_seen}.
 *
 * <p>It keeps features on the Java heap and waits for the device. A run that is resumed while it gathers has fewer of them.
 */
final class KMeansInit {

    /** Features a code. */
    private static final int PER_CODE = 32;

    private final Tensor batchesSeen;
    private final int batches;
    private final List<float[]> gathered = new ArrayList<>();

    /** {@link #batchesSeen}, once it has been read. */
    private long seen = -1;

    /** @param batches how many, at least one */
    KMeansInit(ParameterPath path, int batches) {
        try (TensorScope _ = TensorScope.open()) {
            this.batchesSeen = path.buffer("kmeans_batches_seen", Torch.zeros(new long[0], DType.INT64));
        }
        this.batches = batches;
    }

    boolean isDone() {
        if (seen < 0) {
            seen = batchesSeen.itemLong(); // may come from a checkpoint
        }
        return seen >= batches;
    }

    /**
     * Sees one batch; one that is not finite does not count.
     *
     * @param features (N, D)
     */
    void observe(Tensor features, Codebook codebook) {
        if (isDone()) {
            return;
        }
        if (features.isfinite().all().item()
                == 0) { // a centre that is no number would be the nearest to everything, for ever
            return;
        }
        boolean first = seen == 0;
        seen++;
        batchesSeen.fill_(seen);
        if (first || (batches - seen) * features.size(0) < (long) PER_CODE * codebook.numCodes()) {
            gathered.add(features.to(DType.FLOAT32).toFloatArray());
        }
        if (first || isDone()) {
            place(features, codebook);
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
