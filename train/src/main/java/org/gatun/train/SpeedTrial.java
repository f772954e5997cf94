package org.gatun.train;

import java.util.Arrays;
import org.gatun.torch.Device;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;
import org.gatun.vqgan.VqganLosses;

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
        double[] seconds = new double[MEASURED];
        for (int i = -WARMUP; i < MEASURED; i++) {
            long begin = System.nanoTime();
            try (TensorScope _ = TensorScope.open()) {
                Tensor x = Torch.randn(
                        new long[] {training.settings().batchSize(), 3, size, size}, null, training.device());
                VqganLosses losses = training.step(x, 0);
                losses.total().item(); // waits for the device
            }
            if (i >= 0) {
                seconds[i] = (System.nanoTime() - begin) / 1e9;
            }
        }
        Arrays.sort(seconds);
        return seconds[MEASURED / 2];
    }

    /** Steps that fit into a time if the discriminator takes part in the last {@code ganShare} of them. */
    public long steps(double seconds, double ganShare) {
        return Math.max(1, (long) (seconds / (plainSeconds * (1 - ganShare) + ganSeconds * ganShare)));
    }
}
