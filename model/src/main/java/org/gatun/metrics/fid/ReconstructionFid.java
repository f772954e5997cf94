package org.gatun.metrics.fid;

import org.gatun.torch.Device;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;

/** rFID: the Fréchet inception distance between pictures and their reconstructions. It owns its statistics, not the network. */
public final class ReconstructionFid implements AutoCloseable {

    private final InceptionV3 inception;
    private final FeatureStatistics pictures;
    private final FeatureStatistics reconstructions;

    public ReconstructionFid(InceptionV3 inception, Device device) {
        this.inception = inception;
        this.pictures = new FeatureStatistics(InceptionV3.FEATURES, device);
        this.reconstructions = new FeatureStatistics(InceptionV3.FEATURES, device);
    }

    /** Counts a batch, both (B, 3, H, W) in [-1, 1]. */
    public void add(Tensor originals, Tensor decoded) {
        try (TensorScope _ = TensorScope.open()) {
            pictures.add(inception.features(originals));
            reconstructions.add(inception.features(decoded));
        }
    }

    /**
     * The distance; with fewer than some thousands of pictures it is larger than it should be.
     *
     * @throws IllegalStateException if fewer than two pictures were counted
     */
    public double distance() {
        return FrechetDistance.of(pictures, reconstructions);
    }

    @Override
    public void close() {
        pictures.close();
        reconstructions.close();
    }
}
