package org.gatun.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.gatun.vqgan.AutoencoderConfig;

/** The classes of {@code taming.models.vqgan}. */
final class FirstStageCodec {

    /** The arguments that all of them have. */
    private static final List<String> COMMON = List.of(
            "embed_dim",
            "n_embed",
            "ddconfig",
            "lossconfig",
            InitialWeightsCodec.CKPT_PATH,
            InitialWeightsCodec.IGNORE_KEYS,
            "image_key",
            "colorize_nlabels");

    /** Those that some of them have. */
    private static final List<String> PARTICULAR = List.of(
            "monitor",
            "remap",
            "sane_index_shape",
            "n_labels",
            "kl_weight",
            "temperature_scheduler_config",
            "quantizer");

    private static final double DEFAULT_KL_WEIGHT = 1e-8;

    static final ClassTable<FirstStageSettings> CLASSES = classes();

    private FirstStageCodec() {}

    private static ClassTable<FirstStageSettings> classes() {
        ClassTable<FirstStageSettings> classes = new ClassTable<>();
        for (FirstStageClass type : FirstStageClass.values()) {
            classes.with(type.target(), params -> read(type, params));
        }
        return classes;
    }

    private static FirstStageSettings read(FirstStageClass type, Section params) {
        params.known(Stream.concat(COMMON.stream(), PARTICULAR.stream().filter(type::has))
                .toArray(String[]::new));
        AutoencoderConfig autoencoder = AutoencoderCodec.read(params.section("ddconfig"));
        QuantizerSettings quantizer = readQuantizer(type, params);
        LossSettings loss = LossCodec.CLASSES.read(params.section("lossconfig"));
        return new FirstStageSettings(
                type,
                autoencoder,
                quantizer,
                loss,
                InitialWeightsCodec.read(params),
                params.text("image_key", FirstStageSettings.DEFAULT_IMAGE_KEY),
                params.optionalInteger("colorize_nlabels", 1),
                type.has("monitor") ? params.optionalText("monitor") : Optional.empty(),
                type.has("remap") ? params.optionalText("remap") : Optional.empty(),
                type.has("sane_index_shape") && params.flag("sane_index_shape", false),
                type.has("n_labels") ? OptionalInt.of(params.integer("n_labels", 1)) : OptionalInt.empty());
    }

    private static QuantizerSettings readQuantizer(FirstStageClass type, Section params) {
        int numCodes = params.integer("n_embed", 1);
        int dim = params.integer("embed_dim", 1);
        return switch (type) {
            case GUMBEL_VQ ->
                new QuantizerSettings.Gumbel(
                        numCodes,
                        dim,
                        params.number("kl_weight", DEFAULT_KL_WEIGHT),
                        ScheduleCodec.CLASSES.read(params.section("temperature_scheduler_config")));
            case EMA_VQ -> new QuantizerSettings.MovingAverage(numCodes, dim);
            case VQ_MODEL, VQ_SEGMENTATION_MODEL, VQ_NO_DISC_MODEL ->
                new QuantizerSettings.Codebook(CodebookCodec.read(numCodes, dim, params.optionalSection("quantizer")));
        };
    }

    static Map<String, Object> write(FirstStageSettings settings) {
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("embed_dim", settings.quantizer().dim());
        params.put("n_embed", settings.quantizer().numCodes());
        switch (settings.quantizer()) {
            case QuantizerSettings.Codebook(var config) -> {
                Map<String, Object> quantizer = CodebookCodec.write(config);
                if (!quantizer.isEmpty()) {
                    params.put("quantizer", quantizer);
                }
            }
            case QuantizerSettings.Gumbel gumbel -> {
                params.put("kl_weight", gumbel.klWeight());
                params.put("temperature_scheduler_config", ScheduleCodec.write(gumbel.temperature()));
            }
            case QuantizerSettings.MovingAverage _ -> {}
        }
        settings.nLabels().ifPresent(labels -> params.put("n_labels", labels));
        if (!settings.imageKey().equals(FirstStageSettings.DEFAULT_IMAGE_KEY)) {
            params.put("image_key", settings.imageKey());
        }
        settings.colorizeNlabels().ifPresent(labels -> params.put("colorize_nlabels", labels));
        settings.monitor().ifPresent(monitor -> params.put("monitor", monitor));
        settings.remap().ifPresent(file -> params.put("remap", file));
        if (settings.saneIndexShape()) {
            params.put("sane_index_shape", true);
        }
        InitialWeightsCodec.write(settings.initialWeights(), params);
        params.put("ddconfig", AutoencoderCodec.write(settings.autoencoder()));
        params.put("lossconfig", LossCodec.write(settings.loss()));
        return ClassTable.write(settings.target(), params);
    }
}
