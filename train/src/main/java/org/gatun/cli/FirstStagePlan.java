package org.gatun.cli;

import java.nio.file.Path;
import org.gatun.config.FirstStageSettings;
import org.gatun.config.ProjectConfig;
import org.gatun.data.PictureKind;
import org.gatun.run.FirstStage;
import org.gatun.vqgan.AdversarialConfig;
import org.gatun.vqgan.LossConfig;
import org.gatun.vqgan.VqModelConfig;

/**
 * A first stage that is to be trained.
 *
 * @param settings its configuration
 * @param model its network
 * @param loss its losses
 * @param kind what its pictures hold
 * @param learningRate the highest, unless the user says another
 */
record FirstStagePlan(
        FirstStageSettings settings, VqModelConfig model, LossConfig loss, PictureKind kind, double learningRate) {

    /** Of a network of as many channels as is the default. */
    private static final double LEARNING_RATE = 3e-4;

    /**
     * By the options of a command.
     *
     * @param steps the run's, at most
     * @param perceptual whether there are weights for LPIPS
     */
    static FirstStagePlan byOptions(FirstStageOptions shape, PictureKind kind, long steps, boolean perceptual) {
        if (perceptual && kind instanceof PictureKind.Segmentation) {
            throw new UserException("--lpips-vgg and --lpips-lin have no meaning for --kind segmentation");
        }
        VqModelConfig model = shape.model(kind, steps);
        LossConfig loss = shape.loss(kind, perceptual);
        FirstStageSettings settings = FirstStageSettings.vqModel(model, loss, imageKey(kind));
        return new FirstStagePlan(settings, model, loss, kind, learningRate(settings));
    }

    /**
     * By a configuration in the reference's layout. Its learning rate is that of a picture, as in the reference.
     *
     * @param stepSize pictures a step
     * @param perceptual whether there are weights for LPIPS
     * @throws UserException if it asks for what there is not
     */
    static FirstStagePlan configured(Path file, int stepSize, boolean perceptual) {
        ProjectConfig config = ProjectConfig.load(file);
        FirstStageSettings settings = config.firstStage();
        settings.initialWeights().ckptPath().ifPresent(path -> {
            throw new UserException(file + " has ckpt_path: " + path
                    + "; training begins from random weights, or goes on by --resume: leave it out");
        });
        LossConfig loss = settings.toLossConfig();
        if (loss.perceptualWeight() > 0 != perceptual) {
            throw new UserException(file + " has perceptual_weight: " + loss.perceptualWeight()
                    + (perceptual
                            ? "; --lpips-vgg and --lpips-lin have no part in it"
                            : "; give LPIPS' weights by --lpips-vgg and --lpips-lin, or set it to 0"));
        }
        if (loss.adversarial().map(AdversarialConfig::conditional).orElse(false)) {
            throw new UserException(file + " has disc_conditional: true, and no data set has what it would see");
        }
        double learningRate = config.baseLearningRate().isPresent()
                ? stepSize * config.baseLearningRate().getAsDouble()
                : learningRate(settings);
        return new FirstStagePlan(settings, settings.toVqModelConfig(), loss, FirstStage.kind(settings), learningRate);
    }

    private static double learningRate(FirstStageSettings settings) {
        return FirstStageOptions.learningRate(
                LEARNING_RATE, settings.autoencoder().ch());
    }

    /** What the reference's data sets call such files. */
    private static String imageKey(PictureKind kind) {
        return switch (kind) {
            case PictureKind.Color _ -> FirstStageSettings.DEFAULT_IMAGE_KEY;
            case PictureKind.Depth _ -> FirstStageSettings.DEPTH_IMAGE_KEY;
            case PictureKind.Segmentation _ -> FirstStageSettings.SEGMENTATION_IMAGE_KEY;
            case PictureKind.Coordinates _ -> throw new IllegalArgumentException("coordinates are not in files");
        };
    }

    /** Height and width of its pictures. */
    int size() {
        return settings.autoencoder().resolution();
    }

    /** Whether pictures that can have a discriminator are trained without one. */
    boolean withoutDiscriminator() {
        return !(kind instanceof PictureKind.Segmentation) && loss.discStart() == Long.MAX_VALUE;
    }

    /** Whether its pictures could have a perceptual loss, and don't. */
    boolean withoutPerceptualLoss() {
        return !(kind instanceof PictureKind.Segmentation) && loss.perceptualWeight() == 0;
    }
}
