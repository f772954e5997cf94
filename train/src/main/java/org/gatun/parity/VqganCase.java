package org.gatun.parity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gatun.vqgan.AdaptiveWeight;
import org.gatun.vqgan.AdversarialConfig;
import org.gatun.vqgan.AutoencoderConfig;
import org.gatun.vqgan.DiscriminatorLoss;
import org.gatun.vqgan.LossConfig;
import org.gatun.vqgan.ReconstructionTerm;
import org.gatun.vqgan.VqModelConfig;
import org.gatun.vqgan.quantize.QuantizerConfig;

/** The configuration of a fixture of kind {@code vqgan}; what it leaves out has the reference's default. */
record VqganCase(VqModelConfig model, LossConfig loss, double lr, double beta1, double beta2) {

    private static final double BETA = 0.25;
    private static final List<Integer> DEFAULT_CH_MULT = List.of(1, 2, 4, 8);

    static VqganCase read(JsonNode description) {
        JsonNode dd = description.path("ddconfig");
        AutoencoderConfig autoencoder = new AutoencoderConfig(
                dd.path("ch").asInt(),
                dd.path("out_ch").asInt(),
                dd.has("ch_mult") ? ints(dd.path("ch_mult")) : DEFAULT_CH_MULT,
                dd.path("num_res_blocks").asInt(),
                ints(dd.path("attn_resolutions")),
                dd.path("dropout").asDouble(0),
                dd.path("resamp_with_conv").asBoolean(true),
                dd.path("in_channels").asInt(),
                dd.path("resolution").asInt(),
                dd.path("z_channels").asInt(),
                dd.path("double_z").asBoolean(true),
                AutoencoderConfig.REFERENCE_NORM_GROUPS,
                false);
        QuantizerConfig quantizer = new QuantizerConfig.Nearest(
                description.path("n_embed").asInt(),
                description.path("embed_dim").asInt(),
                description.path("beta").asDouble(BETA),
                description.path("legacy").asBoolean(true));
        JsonNode betas = description.path("betas");
        return new VqganCase(
                new VqModelConfig(autoencoder, quantizer),
                loss(description.path("lossconfig")),
                description.path("lr").asDouble(),
                betas.path(0).asDouble(0.5),
                betas.path(1).asDouble(0.9));
    }

    private static LossConfig loss(JsonNode config) {
        AdversarialConfig adversarial = new AdversarialConfig(
                config.path("disc_start").asLong(),
                0,
                config.path("disc_factor").asDouble(1),
                config.path("disc_weight").asDouble(1),
                AdaptiveWeight.REFERENCE,
                discriminatorLoss(config.path("disc_loss").asText(DiscriminatorLoss.HINGE.referenceName())),
                0,
                false,
                config.path("disc_in_channels").asInt(3),
                config.path("disc_ndf").asInt(64),
                config.path("disc_num_layers").asInt(3),
                config.path("use_actnorm").asBoolean(false));
        return new LossConfig(
                new ReconstructionTerm.Pixels(config.path("perceptual_weight").asDouble(1)),
                config.path("codebook_weight").asDouble(1),
                adversarial);
    }

    private static DiscriminatorLoss discriminatorLoss(String name) {
        return Arrays.stream(DiscriminatorLoss.values())
                .filter(loss -> loss.referenceName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown disc_loss '" + name + "'"));
    }

    private static List<Integer> ints(JsonNode list) {
        List<Integer> values = new ArrayList<>();
        list.forEach(value -> values.add(value.asInt()));
        return values;
    }
}
