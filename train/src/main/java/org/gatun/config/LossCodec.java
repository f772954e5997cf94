package org.gatun.config;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatun.vqgan.AdaptiveWeight;
import org.gatun.vqgan.AdversarialConfig;
import org.gatun.vqgan.DiscriminatorLoss;
import org.gatun.vqgan.FixedWeight;
import org.gatun.vqgan.GeneratorWeight;
import org.gatun.vqgan.LossConfig;
import org.gatun.vqgan.ReconstructionTerm;

/** {@code lossconfig}. Of our own are {@code disc_warmup}, {@code adaptive_weight} and {@code lecam_weight}. */
final class LossCodec {

    static final ClassTable<LossSettings> CLASSES = new ClassTable<LossSettings>()
            .with(LossSettings.VqLpipsWithDiscriminator.TARGET, LossCodec::readVqLpipsWithDiscriminator)
            .with(LossSettings.VqLpips.TARGET, LossCodec::readVqLpips)
            .with(LossSettings.BceWithQuant.TARGET, LossCodec::readBceWithQuant)
            .with(LossSettings.Bce.TARGET, params -> {
                params.known();
                return new LossSettings.Bce();
            })
            .with(LossSettings.Dummy.TARGET, LossCodec::readDummy)
            .with(LossSettings.Dummy.FULL_TARGET, LossCodec::readDummy);

    private static final String ADAPTIVE_REFERENCE = "reference";
    private static final String ADAPTIVE_PAPER = "paper";
    private static final String ADAPTIVE_NONE = "none";

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
                "adaptive_weight",
                "lecam_weight");
        AdversarialConfig defaults = AdversarialConfig.reference(params.longInteger("disc_start", 0));
        AdversarialConfig adversarial = new AdversarialConfig(
                defaults.start(),
                params.longInteger("disc_warmup", 0, defaults.warmup()),
                params.number("disc_factor", defaults.factor()),
                params.number("disc_weight", defaults.weight()),
                readGeneratorWeight(params),
                readDiscriminatorLoss(params, defaults.loss()),
                params.number("lecam_weight", defaults.lecamWeight()),
                params.flag("disc_conditional", defaults.conditional()),
                params.integer("disc_in_channels", 1, defaults.inChannels()),
                params.integer("disc_ndf", 1, defaults.ndf()),
                params.integer("disc_num_layers", 1, defaults.numLayers()),
                params.flag("use_actnorm", defaults.useActnorm()));
        ReconstructionTerm reconstruction = new ReconstructionTerm.Pixels(params.number("perceptual_weight", 1));
        return new LossSettings.VqLpipsWithDiscriminator(
                new LossConfig(reconstruction, params.number("codebook_weight", 1), adversarial),
                params.number("pixelloss_weight", 1));
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

    /** {@code reference}, {@code paper}, {@code none}, or {@code {delta: 1e-4, max: 1e4}}. */
    private static GeneratorWeight readGeneratorWeight(Section params) {
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
            case ADAPTIVE_NONE -> new FixedWeight();
            default ->
                throw params.invalid(
                        "adaptive_weight",
                        "is the unknown " + Quoted.of(name)
                                + new KnownNames(List.of(ADAPTIVE_REFERENCE, ADAPTIVE_PAPER, ADAPTIVE_NONE))
                                        .hint(name));
        };
    }

    private static LossSettings readVqLpips(Section params) {
        params.known("perceptual_weight", "codebook_weight");
        return new LossSettings.VqLpips(params.number("perceptual_weight", 1), params.number("codebook_weight", 1));
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
            case LossSettings.VqLpips(double perceptualWeight, double codebookWeight) -> {
                params.put("perceptual_weight", perceptualWeight);
                params.put("codebook_weight", codebookWeight);
            }
            case LossSettings.BceWithQuant(double codebookWeight) -> params.put("codebook_weight", codebookWeight);
            case LossSettings.Bce _, LossSettings.Dummy _ -> {}
        }
        return ClassTable.write(loss.target(), params);
    }

    /** What the reference does not know is left out where it has no effect, so that the reference can read the file. */
    private static void putVqLpipsWithDiscriminator(
            Map<String, Object> params, LossSettings.VqLpipsWithDiscriminator settings) {
        LossConfig config = settings.config();
        config.adversarial().ifPresent(adversarial -> putAdversarial(params, adversarial));
        params.put("codebook_weight", config.codebookWeight());
        params.put("perceptual_weight", config.perceptualWeight());
        if (settings.pixellossWeight() != 1) {
            params.put("pixelloss_weight", settings.pixellossWeight());
        }
    }

    private static void putAdversarial(Map<String, Object> params, AdversarialConfig config) {
        params.put("disc_conditional", config.conditional());
        params.put("disc_in_channels", config.inChannels());
        params.put("disc_num_layers", config.numLayers());
        params.put("disc_ndf", config.ndf());
        params.put("use_actnorm", config.useActnorm());
        params.put("disc_loss", config.loss().referenceName());
        params.put("disc_start", config.start());
        if (config.warmup() != 0) {
            params.put("disc_warmup", config.warmup());
        }
        params.put("disc_factor", config.factor());
        params.put("disc_weight", config.weight());
        if (!config.generatorWeight().equals(AdaptiveWeight.REFERENCE)) {
            params.put("adaptive_weight", write(config.generatorWeight()));
        }
        if (config.lecamWeight() != 0) {
            params.put("lecam_weight", config.lecamWeight());
        }
    }

    private static Object write(GeneratorWeight weight) {
        return switch (weight) {
            case FixedWeight _ -> ADAPTIVE_NONE;
            case AdaptiveWeight adaptive when adaptive.equals(AdaptiveWeight.PAPER) -> ADAPTIVE_PAPER;
            case AdaptiveWeight(double delta, double max) -> {
                Map<String, Object> section = new LinkedHashMap<>();
                section.put("delta", delta);
                section.put("max", max);
                yield section;
            }
        };
    }
}
