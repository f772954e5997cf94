package org.gatun.run;

import org.gatun.checkpoint.StateFile;
import org.gatun.checkpoint.WeightFile;
import org.gatun.config.FirstStageSettings;
import org.gatun.config.RunFolder;
import org.gatun.data.PictureKind;
import org.gatun.nn.Parameters;
import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.gatun.vqgan.VqModel;

/**
 * A trained first stage, to be used. It owns its parameters.
 *
 * @param settings its configuration
 * @param parameters of {@code model}; they record no gradients
 */
public record FirstStage(FirstStageSettings settings, Parameters parameters, VqModel model) implements AutoCloseable {

    /**
     * Loads the one of a run, ours or the reference's.
     *
     * @throws org.gatun.config.ConfigException if the configuration is wrong, or describes something else
     * @throws org.gatun.checkpoint.CheckpointException if the weights can't be read, or don't fit the configuration
     */
    public static FirstStage load(RunFolder run, Device device) {
        FirstStageSettings settings = run.firstStage();
        Parameters parameters = new Parameters(device, DType.FLOAT32);
        try {
            VqModel model = new VqModel(parameters.root(), settings.toVqModelConfig());
            StateFile.load(WeightFile.open(run.checkpoint()), parameters.stateDict(), KnownKeys.tolerance());
            parameters.requiresGrad(false);
            return new FirstStage(settings, parameters, model);
        } catch (RuntimeException e) {
            parameters.close();
            throw e;
        }
    }

    /** What a transformer is built upon. */
    public TrainedStage trained() {
        return new TrainedStage(settings, model, parameters.stateDict());
    }

    /** What its pictures hold. */
    public PictureKind kind() {
        return kind(settings);
    }

    /** What the pictures of a first stage hold; the reference says it by the name of the data, or the number of channels alone. */
    public static PictureKind kind(FirstStageSettings settings) {
        int channels = settings.autoencoder().inChannels();
        if (settings.imageKey().equals(FirstStageSettings.SEGMENTATION_IMAGE_KEY)) {
            return new PictureKind.Segmentation(channels);
        }
        return switch (channels) {
            case 1 -> new PictureKind.Depth();
            case 3 -> new PictureKind.Color();
            default -> new PictureKind.Segmentation(channels);
        };
    }

    @Override
    public void close() {
        parameters.close();
    }
}
