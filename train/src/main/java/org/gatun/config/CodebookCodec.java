package org.gatun.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatun.vqgan.quantize.QuantizerConfig;

/**
 * The codebook of a first stage. {@code n_embed} and {@code embed_dim} are the reference's; our own mapping {@code quantizer} beside them
 * has {@code kind}, and by kind {@code beta}, {@code legacy}, {@code restart_after}. Without it the quantizer is the reference's.
 */
final class CodebookCodec {

    private static final double BETA = 0.25;
    private static final String NEAREST = "nearest";
    private static final String NORMALIZED = "normalized";

    private CodebookCodec() {}

    static QuantizerConfig read(int numCodes, int dim, Optional<Section> quantizer) {
        if (quantizer.isEmpty()) {
            return new QuantizerConfig.Nearest(numCodes, dim, BETA, true);
        }
        Section section = quantizer.get().known("kind", "beta", "legacy", "restart_after");
        String kind = section.text("kind");
        double beta = section.number("beta", BETA);
        switch (kind) {
            case NEAREST -> {
                refuse(section, kind, "restart_after");
                return new QuantizerConfig.Nearest(numCodes, dim, beta, section.flag("legacy", true));
            }
            case NORMALIZED -> {
                refuse(section, kind, "legacy");
                return new QuantizerConfig.Normalized(numCodes, dim, beta, section.integer("restart_after", 0, 0));
            }
            default ->
                throw section.invalid(
                        "kind",
                        "is the unknown " + Quoted.of(kind) + new KnownNames(List.of(NEAREST, NORMALIZED)).hint(kind));
        }
    }

    private static void refuse(Section section, String kind, String key) {
        if (section.has(key)) {
            throw section.invalid(key, "has no meaning for the kind '" + kind + "'");
        }
    }

    /** Empty for the reference's own quantizer, which its files don't mention. */
    static Map<String, Object> write(QuantizerConfig config) {
        Map<String, Object> section = new LinkedHashMap<>();
        switch (config) {
            case QuantizerConfig.Nearest(var _, var _, double beta, boolean legacy) -> {
                if (beta != BETA || !legacy) {
                    section.put("kind", NEAREST);
                    section.put("beta", beta);
                    section.put("legacy", legacy);
                }
            }
            case QuantizerConfig.Normalized(var _, var _, double beta, int restartAfter) -> {
                section.put("kind", NORMALIZED);
                section.put("beta", beta);
                section.put("restart_after", restartAfter);
            }
        }
        return section;
    }
}
