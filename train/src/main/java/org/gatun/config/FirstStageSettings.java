package org.gatun.config;

import java.util.Optional;
import java.util.OptionalInt;
import org.gatun.vqgan.AutoencoderConfig;
import org.gatun.vqgan.LossConfig;
import org.gatun.vqgan.ReconstructionTerm;
import org.gatun.vqgan.VqModelConfig;
import org.gatun.vqgan.quantize.QuantizerConfig;

/**
 * A first stage: encoder, quantizer, decoder, losses.
 *
 * @param type the reference's class
 * @param autoencoder {@code ddconfig}
 * @param quantizer {@code n_embed}, {@code embed_dim} and what else its kind has
 * @param loss {@code lossconfig}
 * @param initialWeights {@code ckpt_path} and {@code ignore_keys}
 * @param imageKey which part of a data set's item it is trained on: {@code image}, {@code depth}, {@code segmentation}
 * @param colorizeNlabels channels of a segmentation map that are shown in random colours
 * @param monitor the logged value by which the best checkpoints are chosen
 * @param remap which code indices are in use, to which others are mapped
 * @param saneIndexShape whether indices come as (B, h, w)
 * @param nLabels classes of a segmentation map; with {@link FirstStageClass#VQ_SEGMENTATION_MODEL} alone
 */
public record FirstStageSettings(
        FirstStageClass type,
        AutoencoderConfig autoencoder,
        QuantizerConfig quantizer,
        LossSettings loss,
        InitialWeights initialWeights,
        String imageKey,
        OptionalInt colorizeNlabels,
        Optional<String> monitor,
        Optional<RemapSettings> remap,
        boolean saneIndexShape,
        OptionalInt nLabels)
        implements ModelSettings {

    /** The reference's default. */
    public static final String DEFAULT_IMAGE_KEY = "image";

    /** What the reference's data sets call depth maps. */
    public static final String DEPTH_IMAGE_KEY = "depth";

    /** What they call segmentation maps. */
    public static final String SEGMENTATION_IMAGE_KEY = "segmentation";

    public FirstStageSettings {
        boolean fits = switch (quantizer) {
            case QuantizerConfig.Gumbel _ -> type == FirstStageClass.GUMBEL_VQ;
            case QuantizerConfig.MovingAverage _ -> type == FirstStageClass.EMA_VQ;
            case QuantizerConfig.Nearest _, QuantizerConfig.Normalized _ ->
                type != FirstStageClass.GUMBEL_VQ && type != FirstStageClass.EMA_VQ;
            case QuantizerConfig.Remapped _ -> false; // the remapping stands beside it
        };
        if (!fits) {
            throw new IllegalArgumentException(type + " cannot have the quantizer " + quantizer);
        }
        require(type, "n_labels", nLabels.isPresent());
        if (type.has("n_labels") && nLabels.isEmpty()) {
            throw new IllegalArgumentException(type + " needs n_labels");
        }
        require(type, "monitor", monitor.isPresent());
        require(type, "remap", remap.isPresent());
        require(type, "sane_index_shape", saneIndexShape);
    }

    private static void require(FirstStageClass type, String argument, boolean present) {
        if (present && !type.has(argument)) {
            throw new IllegalArgumentException(type + " has no " + argument);
        }
    }

    /** A model to train on pictures, from random weights: a {@code VQModel}, or without a discriminator a {@code VQNoDiscModel}. */
    public static FirstStageSettings vqModel(VqModelConfig model, LossConfig loss) {
        return vqModel(model, loss, DEFAULT_IMAGE_KEY);
    }

    /** A model to train on what the data set calls {@code imageKey}; for maps of classes a {@code VQSegmentationModel}. */
    public static FirstStageSettings vqModel(VqModelConfig model, LossConfig loss, String imageKey) {
        if (loss.reconstruction() instanceof ReconstructionTerm.BinaryCrossEntropy) {
            return ofType(
                    FirstStageClass.VQ_SEGMENTATION_MODEL,
                    model,
                    new LossSettings.BceWithQuant(loss.codebookWeight()),
                    imageKey,
                    OptionalInt.of(model.autoencoder().inChannels()));
        }
        return loss.adversarial().isPresent()
                ? ofType(
                        FirstStageClass.VQ_MODEL,
                        model,
                        new LossSettings.VqLpipsWithDiscriminator(loss),
                        imageKey,
                        OptionalInt.empty())
                : ofType(
                        FirstStageClass.VQ_NO_DISC_MODEL,
                        model,
                        new LossSettings.VqLpips(loss.perceptualWeight(), loss.codebookWeight()),
                        imageKey,
                        OptionalInt.empty());
    }

    /** The reference names some quantizers by a class of their own, whatever the losses. */
    private static FirstStageClass named(FirstStageClass type, QuantizerConfig quantizer) {
        return switch (quantizer) {
            case QuantizerConfig.Gumbel _ -> FirstStageClass.GUMBEL_VQ;
            case QuantizerConfig.MovingAverage _ -> FirstStageClass.EMA_VQ;
            case QuantizerConfig.Nearest _, QuantizerConfig.Normalized _, QuantizerConfig.Remapped _ -> type;
        };
    }

    private static FirstStageSettings ofType(
            FirstStageClass type, VqModelConfig model, LossSettings loss, String imageKey, OptionalInt nLabels) {
        return new FirstStageSettings(
                named(type, model.quantizer()),
                model.autoencoder(),
                model.quantizer(),
                loss,
                InitialWeights.RANDOM,
                imageKey,
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                nLabels);
    }

    @Override
    public String target() {
        return type.target();
    }

    /**
     * What the network is built from. Reads the file of {@link #remap()}.
     *
     * @throws ConfigException if the file does not fit the codes
     * @throws org.gatun.checkpoint.CheckpointException if it can't be read
     */
    public VqModelConfig toVqModelConfig() {
        return new VqModelConfig(autoencoder, remap.map(this::remapped).orElse(quantizer));
    }

    private QuantizerConfig remapped(RemapSettings settings) {
        try {
            return new QuantizerConfig.Remapped(quantizer, settings.read());
        } catch (IllegalArgumentException e) {
            throw new ConfigException(settings.file() + ": " + e.getMessage(), e);
        }
    }

    /**
     * What its losses are built from.
     *
     * @throws ConfigException if there is nothing to train with
     */
    public LossConfig toLossConfig() {
        LossConfig config = loss.toLossConfig();
        return type == FirstStageClass.VQ_NO_DISC_MODEL ? config.withoutDiscriminator() : config;
    }
}
