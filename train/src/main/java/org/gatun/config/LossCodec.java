package org.gatun.config;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatun.vqgan.AdaptiveWeight;
import org.gatun.vqgan.DiscriminatorLoss;
import org.gatun.vqgan.LossConfig;

/** {@code lossconfig}. Of our own are {@code disc_warmup} and {@code adaptive_weight}. */
final class LossCodec {

    static final ClassTable<LossSettings> CLASSES = new ClassTable<LossSettings>()
            .with(LossSettings.VqLpipsWithDiscriminator.TARGET, LossCodec::readVqLpipsWithDiscriminator)
            .with(LossSettings.BceWithQuant.TARGET, LossCodec::readBceWithQuant)
            .with(LossSettings.Bce.TARGET, params -> {
                params.known();
                return new LossSettings.Bce();
            })
            .with(LossSettings.Dummy.TARGET, LossCodec::readDummy)
            .with(LossSettings.Dummy.FULL_TARGET, LossCodec::readDummy);

    private static final String ADAPTIVE_REFERENCE = "reference";
    private static final String ADAPTIVE_PAPER = "paper";

    private LossCodec() {}

    private static LossSettings readVqLpipsWithDiscriminator(Section params) {
        params.known(
                "disc_start",
                "codebook_weight",
                "pixelloss_weight",
                "disc_num_layers",
                "disc_in_channels",
                "disc_factor",
                "disc_weight",
                "perceptual_weight",
                "use_actnorm",
                "disc_conditional",
                "disc_ndf",
                "disc_loss",
                "disc_warmup",
                "adaptive_weight");
        LossConfig defaults = LossConfig.reference(params.longInteger("disc_start", 0));
        LossConfig config = new LossConfig(
                defaults.discStart(),
                params.longInteger("disc_warmup", 0, defaults.discWarmup()),
                params.number("codebook_weight", defaults.codebookWeight()),
                params.integer("disc_num_layers", 1, defaults.discNumLayers()),
                params.integer("disc_in_channels", 1, defaults.discInChannels()),
                params.number("disc_factor", defaults.discFactor()),
                params.number("disc_weight", defaults.discWeight()),
                readAdaptiveWeight(params),
                params.number("perceptual_weight", defaults.perceptualWeight()),
                params.flag("use_actnorm", defaults.useActnorm()),
                params.integer("disc_ndf", 1, defaults.discNdf()),
                readDiscriminatorLoss(params, defaults.discLoss()));
        return new LossSettings.VqLpipsWithDiscriminator(
                config, params.flag("disc_conditional", false), params.number("pixelloss_weight", 1));
    }

    private static DiscriminatorLoss readDiscriminatorLoss(Section params, DiscriminatorLoss orElse) {
        String name = params.text("disc_loss", orElse.referenceName());
        List<String> known = Arrays.stream(DiscriminatorLoss.values())
                .map(DiscriminatorLoss::referenceName)
                .toList();
        if (!known.contains(name)) {
            throw params.invalid("disc_loss", "is the unknown " + Quoted.of(name) + new KnownNames(known).hint(name));
        }
        return DiscriminatorLoss.values()[known.indexOf(name)];
    }

    /** {@code reference}, {@code paper}, or {@code {delta: 1e-4, max: 1e4}}. */
    private static AdaptiveWeight readAdaptiveWeight(Section params) {
        if (!params.has("adaptive_weight")) {
            return AdaptiveWeight.REFERENCE;
        }
        if (!params.isText("adaptive_weight")) {
            Section section = params.section("adaptive_weight").known("delta", "max");
            return new AdaptiveWeight(section.number("delta"), section.anyNumber("max"));
        }
        String name = params.text("adaptive_weight");
        return switch (name) {
            case ADAPTIVE_REFERENCE -> AdaptiveWeight.REFERENCE;
            case ADAPTIVE_PAPER -> AdaptiveWeight.PAPER;
            default ->
                throw params.invalid(
                        "adaptive_weight",
                        "is the unknown " + Quoted.of(name)
                                + new KnownNames(List.of(ADAPTIVE_REFERENCE, ADAPTIVE_PAPER)).hint(name));
        };
    }

    private static LossSettings readBceWithQuant(Section params) {
        return new LossSettings.BceWithQuant(params.known("codebook_weight").number("codebook_weight", 1));
    }

    private static LossSettings readDummy(Section params) {
        params.known();
        return new LossSettings.Dummy();
    }

    static Map<String, Object> write(LossSettings loss) {
        Map<String, Object> params = new LinkedHashMap<>();
        switch (loss) {
            case LossSettings.VqLpipsWithDiscriminator settings -> putVqLpipsWithDiscriminator(params, settings);
            case LossSettings.BceWithQuant(double codebookWeight) -> params.put("codebook_weight", codebookWeight);
            case LossSettings.Bce _, LossSettings.Dummy _ -> {}
        }
        return ClassTable.write(loss.target(), params);
    }

    /** What the reference does not know is left out where it has no effect, so that the reference can read the file. */
    private static void putVqLpipsWithDiscriminator(
            Map<String, Object> params, LossSettings.VqLpipsWithDiscriminator settings) {
        LossConfig config = settings.config();
        params.put("disc_conditional", settings.discConditional());
        params.put("disc_in_channels", config.discInChannels());
        params.put("disc_num_layers", config.discNumLayers());
        params.put("disc_ndf", config.discNdf());
        params.put("use_actnorm", config.useActnorm());
        params.put("disc_loss", config.discLoss().referenceName());
        params.put("disc_start", config.discStart());
        if (config.discWarmup() != 0) {
            params.put("disc_warmup", config.discWarmup());
        }
        params.put("disc_factor", config.discFactor());
        params.put("disc_weight", config.discWeight());
        if (!config.adaptiveWeight().equals(AdaptiveWeight.REFERENCE)) {
            params.put("adaptive_weight", write(config.adaptiveWeight()));
        }
        params.put("codebook_weight", config.codebookWeight());
        params.put("perceptual_weight", config.perceptualWeight());
        if (settings.pixellossWeight() != 1) {
            params.put("pixelloss_weight", settings.pixellossWeight());
        }
    }

    private static Object write(AdaptiveWeight weight) {
        if (weight.equals(AdaptiveWeight.PAPER)) {
            return ADAPTIVE_PAPER;
        }
        Map<String, Object> section = new LinkedHashMap<>();
        section.put("delta", weight.delta());
        section.put("max", weight.max());
        return section;
    }
}
