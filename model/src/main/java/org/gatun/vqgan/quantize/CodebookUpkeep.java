package org.gatun.vqgan.quantize;

import org.gatun.nn.ParameterPath;
import org.gatun.torch.Autograd;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;

/** Keeps a codebook in use while it is searched: first codes by k-means, and restarts of dead ones. */
final class CodebookUpkeep {

    private final Codebook codebook;
    private final KMeansInit init;
    private final DeadCodeRestart restart;

    /** @param path where it keeps its buffers */
    CodebookUpkeep(ParameterPath path, Codebook codebook, AntiCollapse options) {
        this.codebook = codebook;
        this.init = options.kmeansBatches() > 0 ? new KMeansInit(path, options.kmeansBatches()) : null;
        this.restart = options.restartAfter() > 0
                ? new DeadCodeRestart(path, codebook.numCodes(), options.restartAfter())
                : null;
    }

    /** Whether the codes are still to be made from features. */
    boolean gathers() {
        return init != null && !init.isDone();
    }

    /**
     * The nearest code of each feature. The codebook changes before the search, or in places that were not found, and so before the
     * codes enter a graph.
     *
     * @param features (N, D)
     * @param adapts whether the codebook may change
     * @return (N) int64
     */
    Tensor nearest(Tensor features, boolean adapts) {
        try (TensorScope scope = TensorScope.open();
                var _ = Autograd.noGrad()) {
            Tensor detached = features.detach();
            if (adapts && init != null) {
                init.observe(detached, codebook);
            }
            Tensor indices = NearestCode.search(detached, codebook.codes());
            if (adapts && restart != null && !gathers()) {
                restart.observe(indices, detached, codebook);
            }
            return scope.moveToOuter(indices);
        }
    }
}
