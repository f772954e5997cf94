package org.gatun.bench;

import java.util.List;
import org.gatun.nn.Parameters;
import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;
import org.gatun.train.LearningRate;
import org.gatun.train.Precision;
import org.gatun.train.UpdateSettings;
import org.gatun.train.VqganSettings;
import org.gatun.train.VqganTraining;
import org.gatun.vqgan.AdaptiveWeight;
import org.gatun.vqgan.AdversarialConfig;
import org.gatun.vqgan.AutoencoderConfig;
import org.gatun.vqgan.DiscriminatorLoss;
import org.gatun.vqgan.LossConfig;
import org.gatun.vqgan.Lpips;
import org.gatun.vqgan.ReconstructionTerm;
import org.gatun.vqgan.TrainingOrder;
import org.gatun.vqgan.VqModelConfig;
import org.gatun.vqgan.VqganFlops;
import org.gatun.vqgan.quantize.QuantizerConfig;

/** A step of training a first stage with its discriminator, both optimizers, on the same noise. */
final class VqganWorkload implements Workload {

    private static final double BETA = 0.25;
    private static final double LEARNING_RATE = 4.5e-6;
    private static final double DISC_WEIGHT = 0.8;

    /** Weights of LPIPS are random: they cost what trained ones do. */
    private final Parameters lpipsParameters;

    private final RunSize size;
    private final VqganTraining training;
    private final Tensor x;

    /**
     * Networks and the number of the discriminator's convolutions of stride 2.
     */
    record Shape(VqModelConfig model, int discNumLayers) {}

    /** 64x64 pixels, 8x8 codes of 256. */
    static Shape small() {
        return new Shape(
                new VqModelConfig(
                        new AutoencoderConfig(64, 3, List.of(1, 2, 2, 4), 1, List.of(8), 0, 3, 64, 64, false),
                        new QuantizerConfig.Nearest(256, 64, BETA, true)),
                2);
    }

    /** 32x32 pixels: for a look at the way a step takes, on any device. */
    static Shape tiny() {
        return new Shape(
                new VqModelConfig(
                        new AutoencoderConfig(32, 3, List.of(1, 2), 1, List.of(16), 0, 3, 32, 16, false),
                        new QuantizerConfig.Nearest(64, 16, BETA, true)),
                1);
    }

    /** The reference's for ImageNet: 256x256 pixels, 16x16 codes of 1,024. */
    static Shape imageNet() {
        return new Shape(
                new VqModelConfig(
                        new AutoencoderConfig(128, 3, List.of(1, 1, 2, 2, 4), 2, List.of(16), 0, 3, 256, 256, false),
                        new QuantizerConfig.Nearest(1024, 256, BETA, true)),
                3);
    }

    VqganWorkload(Shape shape, boolean perceptual, int batch, BenchSetting setting) {
        Device device = setting.device();
        VqganSettings settings =
                settings(shape, perceptual, 0, batch, setting.precision(), LearningRate.constant(LEARNING_RATE));
        this.lpipsParameters = new Parameters(device, DType.FLOAT32);
        Lpips lpips = perceptual ? new Lpips(lpipsParameters.root()) : null;
        lpipsParameters.requiresGrad(false);
        this.training = new VqganTraining(settings, device, lpips, setting.cudaGraphs(), setting.log());
        VqganFlops flops = VqganFlops.of(shape.model.autoencoder(), settings.loss(), training.weights());
        this.size = new RunSize(batch, "img", batch * flops.training(true), 0);
        int size = shape.model.autoencoder().resolution();
        try (TensorScope scope = TensorScope.open()) {
            this.x = scope.keep(Torch.rand(new long[] {batch, 3, size, size}, DType.FLOAT32, device)
                    .mul(2)
                    .sub(1));
        }
    }

    /** How such a network is trained, the discriminator from step {@code discStart} on. */
    static VqganSettings settings(
            Shape shape,
            boolean perceptual,
            long discStart,
            int batch,
            Precision precision,
            LearningRate learningRate) {
        AdversarialConfig adversarial = new AdversarialConfig(
                discStart,
                0,
                1,
                DISC_WEIGHT,
                AdaptiveWeight.REFERENCE,
                DiscriminatorLoss.HINGE,
                0,
                false,
                3,
                64,
                shape.discNumLayers,
                false);
        return new VqganSettings(
                shape.model,
                new LossConfig(new ReconstructionTerm.Pixels(perceptual ? 1 : 0), 1, adversarial),
                TrainingOrder.FAST,
                precision,
                batch,
                learningRate,
                0.5,
                0.9,
                UpdateSettings.PLAIN,
                0);
    }

    @Override
    public void run() {
        try (TensorScope _ = TensorScope.open()) {
            training.step(x, 0).total().item();
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
        x.close();
        training.close();
        lpipsParameters.close();
    }
}
