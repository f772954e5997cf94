package org.gatun.config;

import java.util.Set;

/** The reference's first stages, with those of the optional arguments that not every one of them has. */
public enum FirstStageClass {
    /** Nearest code, LPIPS and discriminator. */
    VQ_MODEL("VQModel", Set.of("monitor", "remap", "sane_index_shape")),
    /** Codes drawn with Gumbel noise. */
    GUMBEL_VQ("GumbelVQ", Set.of("monitor", "remap", "kl_weight", "temperature_scheduler_config")),
    /** For segmentation maps. */
    VQ_SEGMENTATION_MODEL("VQSegmentationModel", Set.of("monitor", "remap", "sane_index_shape", "n_labels")),
    /** Without a discriminator. */
    VQ_NO_DISC_MODEL("VQNoDiscModel", Set.of()),
    /** A codebook of moving averages. */
    EMA_VQ("EMAVQ", Set.of("monitor", "remap", "sane_index_shape"));

    private final String target;
    private final Set<String> arguments;

    FirstStageClass(String simpleName, Set<String> arguments) {
        this.target = "taming.models.vqgan." + simpleName;
        this.arguments = arguments;
    }

    /** Its full name in the reference. */
    public String target() {
        return target;
    }

    /** Whether its constructor has this argument, among those that not all have. */
    boolean has(String argument) {
        return arguments.contains(argument);
    }
}
