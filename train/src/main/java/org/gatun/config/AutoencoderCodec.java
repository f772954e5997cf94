package org.gatun.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatun.vqgan.AutoencoderConfig;

/** {@code ddconfig}: the arguments of the reference's Encoder and Decoder. */
final class AutoencoderCodec {

    /** More would make the codes of any picture smaller than one. */
    private static final int MAX_LEVELS = 16;

    private static final List<Integer> DEFAULT_CH_MULT = List.of(1, 2, 4, 8);

    // Ours, not the reference's.
    private static final String NORM_GROUPS = "norm_groups";
    private static final String ZERO_INIT_RESIDUAL = "zero_init_residual";

    private AutoencoderCodec() {}

    static AutoencoderConfig read(Section section) {
        section.known(
                "double_z",
                "z_channels",
                "resolution",
                "in_channels",
                "out_ch",
                "ch",
                "ch_mult",
                "num_res_blocks",
                "attn_resolutions",
                "dropout",
                "resamp_with_conv",
                "give_pre_end",
                NORM_GROUPS,
                ZERO_INIT_RESIDUAL);
        if (section.flag("give_pre_end", false)) {
            throw section.invalid("give_pre_end", "must be false: a decoder without its end is not supported");
        }
        List<Integer> chMult = section.integers("ch_mult", 1, DEFAULT_CH_MULT);
        if (chMult.size() > MAX_LEVELS) {
            throw section.invalid("ch_mult", "has " + chMult.size() + " levels, and may have " + MAX_LEVELS);
        }
        double dropout = section.number("dropout", 0);
        if (dropout < 0 || dropout >= 1) {
            throw section.invalid("dropout", "must be in [0, 1), and is " + dropout);
        }
        return section.build(() -> new AutoencoderConfig(
                section.integer("ch", 1),
                section.integer("out_ch", 1),
                chMult,
                section.integer("num_res_blocks", 1),
                section.integers("attn_resolutions", 1),
                dropout,
                section.flag("resamp_with_conv", true),
                section.integer("in_channels", 1),
                section.integer("resolution", 1),
                section.integer("z_channels", 1),
                section.flag("double_z", true),
                section.integer(NORM_GROUPS, 1, AutoencoderConfig.REFERENCE_NORM_GROUPS),
                section.flag(ZERO_INIT_RESIDUAL, false)));
    }

    static Map<String, Object> write(AutoencoderConfig config) {
        Map<String, Object> section = new LinkedHashMap<>();
        section.put("double_z", config.doubleZ());
        section.put("z_channels", config.zChannels());
        section.put("resolution", config.resolution());
        section.put("in_channels", config.inChannels());
        section.put("out_ch", config.outCh());
        section.put("ch", config.ch());
        section.put("ch_mult", config.chMult());
        section.put("num_res_blocks", config.numResBlocks());
        section.put("attn_resolutions", config.attnResolutions());
        section.put("dropout", config.dropout());
        if (!config.resampWithConv()) {
            section.put("resamp_with_conv", false);
        }
        if (config.normGroups() != AutoencoderConfig.REFERENCE_NORM_GROUPS) {
            section.put(NORM_GROUPS, config.normGroups());
        }
        if (config.zeroInitResidual()) {
            section.put(ZERO_INIT_RESIDUAL, true);
        }
        return section;
    }
}
