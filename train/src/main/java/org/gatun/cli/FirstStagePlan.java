package org.gatun.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
 * @param notes what the user should know of it
 */
record FirstStagePlan(
        FirstStageSettings settings,
        VqModelConfig model,
        LossConfig loss,
        PictureKind kind,
        double learningRate,
        List<String> notes) {

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
        List<String> notes = new ArrayList<>();
        if (!perceptual && !(kind instanceof PictureKind.Segmentation)) {
            notes.add("NOTE: without --lpips-vgg and --lpips-lin the perceptual loss is off");
        }
        if (loss.discStart() == Long.MAX_VALUE && !(kind instanceof PictureKind.Segmentation)) {
            notes.add("NOTE: without --disc-start no discriminator is trained");
        }
        return new FirstStagePlan(settings, model, loss, kind, learningRate(settings), notes);
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
        if (perceptual && loss.perceptualWeight() == 0) {
            throw new UserException(
                    "--lpips-vgg and --lpips-lin have no meaning for " + file + ", which has no perceptual loss");
        }
        if (!perceptual && loss.perceptualWeight() > 0) {
            throw new UserException(file + " has perceptual_weight: " + loss.perceptualWeight()
                    + "; give LPIPS' weights by --lpips-vgg and --lpips-lin, or set it to 0");
        }
        loss.adversarial().ifPresent(adversarial -> check(file, adversarial, settings));
        double learningRate = config.baseLearningRate().isPresent()
                ? stepSize * config.baseLearningRate().getAsDouble()
                : learningRate(settings);
        return new FirstStagePlan(
                settings, settings.toVqModelConfig(), loss, FirstStage.kind(settings), learningRate, List.of());
    }

    private static void check(Path file, AdversarialConfig adversarial, FirstStageSettings settings) {
        if (adversarial.conditional()) {
            throw new UserException(file + " has disc_conditional: true, and no data set has what it would see");
        }
        int channels = settings.autoencoder().outCh();
        if (adversarial.inChannels() != channels) {
            throw new UserException(file + " has disc_in_channels: " + adversarial.inChannels()
                    + ", and the discriminator sees pictures of " + channels);
        }
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
}
