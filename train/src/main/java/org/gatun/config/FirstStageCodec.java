package org.gatun.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.gatun.vqgan.AutoencoderConfig;
import org.gatun.vqgan.quantize.QuantizerConfig;

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
            "colorize_nlabels",
            QuantizerCodec.QUANTIZER);

    /** Those that some of them have. */
    private static final List<String> PARTICULAR = List.of(
            "monitor", RemapCodec.REMAP, "sane_index_shape", "n_labels", "kl_weight", "temperature_scheduler_config");

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
        Section extensions = params.sectionOrEmpty(QuantizerCodec.QUANTIZER);
        QuantizerConfig quantizer = QuantizerCodec.read(type, params, extensions);
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
                RemapCodec.read(type, params, extensions),
                type.has("sane_index_shape") && params.flag("sane_index_shape", false),
                type.has("n_labels") ? OptionalInt.of(params.integer("n_labels", 1)) : OptionalInt.empty());
    }

    static Map<String, Object> write(FirstStageSettings settings) {
        Map<String, Object> params = new LinkedHashMap<>();
        Map<String, Object> quantizer = new LinkedHashMap<>();
        QuantizerCodec.write(settings.quantizer(), params, quantizer);
        settings.remap().ifPresent(remap -> RemapCodec.write(remap, params, quantizer));
        if (!quantizer.isEmpty()) {
            params.put(QuantizerCodec.QUANTIZER, quantizer);
        }
        settings.nLabels().ifPresent(labels -> params.put("n_labels", labels));
        if (!settings.imageKey().equals(FirstStageSettings.DEFAULT_IMAGE_KEY)) {
            params.put("image_key", settings.imageKey());
        }
        settings.colorizeNlabels().ifPresent(labels -> params.put("colorize_nlabels", labels));
        settings.monitor().ifPresent(monitor -> params.put("monitor", monitor));
        if (settings.saneIndexShape()) {
            params.put("sane_index_shape", true);
        }
        InitialWeightsCodec.write(settings.initialWeights(), params);
        params.put("ddconfig", AutoencoderCodec.write(settings.autoencoder()));
        params.put("lossconfig", LossCodec.write(settings.loss()));
        return ClassTable.write(settings.target(), params);
    }
}
