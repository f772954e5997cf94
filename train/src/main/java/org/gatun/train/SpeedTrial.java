package org.gatun.train;

import org.gatun.torch.Device;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;

/**
 * How long the steps of a first stage take on this machine, found out on noise with networks that are thrown away.
 *
 * @param plainSeconds without the discriminator
 * @param ganSeconds with it
 */
public record SpeedTrial(double plainSeconds, double ganSeconds) {

    private static final int WARMUP = 2;
    private static final int MEASURED = 5;

    /** Runs some steps of both kinds. */
    public static SpeedTrial run(VqganSettings settings, Device device) {
        VqganSettings trial =
                settings.withLoss(settings.loss().withoutPerceptualLoss().withDiscStart(WARMUP + MEASURED));
        try (VqganTraining training = new VqganTraining(trial, device, null)) {
            return new SpeedTrial(median(training), median(training));
        }
    }

    private static double median(VqganTraining training) {
        int size = training.settings().model().autoencoder().resolution();
        long[] shape = {training.settings().batchSize(), 3, size, size};
        Runnable step = () -> {
            try (TensorScope _ = TensorScope.open()) {
                Tensor x = Torch.randn(shape, null, training.device());
                training.step(x, 0).total().item(); // waits for the device
            }
        };
        return MedianTime.seconds(step, WARMUP, MEASURED);
    }

    /** Steps that fit into a time if the discriminator takes part in the last {@code ganShare} of them. */
    public long steps(double seconds, double ganShare) {
        return Math.max(1, (long) (seconds / (plainSeconds * (1 - ganShare) + ganSeconds * ganShare)));
    }
}
