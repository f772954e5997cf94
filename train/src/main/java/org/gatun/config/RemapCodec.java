package org.gatun.config;

import java.util.Map;
import java.util.Optional;
import org.gatun.vqgan.quantize.UnknownIndex;

/**
 * {@code remap}, the reference's, and our {@code quantizer.unknown_index} for an argument that its models don't hand on: {@code random},
 * {@code extra} or a number.
 */
final class RemapCodec {

    static final String REMAP = "remap";
    static final String UNKNOWN_INDEX = "unknown_index";

    private static final String RANDOM = "random";
    private static final String EXTRA = "extra";

    private RemapCodec() {}

    /** @param quantizer our mapping, which knows {@code unknown_index} */
    static Optional<RemapSettings> read(FirstStageClass type, Section params, Section quantizer) {
        Optional<String> file = type.has(REMAP) ? params.optionalText(REMAP) : Optional.empty();
        if (file.isEmpty() && quantizer.has(UNKNOWN_INDEX)) {
            throw quantizer.invalid(UNKNOWN_INDEX, "has no meaning without " + REMAP);
        }
        return file.map(path -> new RemapSettings(path, unknownIndex(quantizer)));
    }

    private static UnknownIndex unknownIndex(Section quantizer) {
        if (!quantizer.has(UNKNOWN_INDEX)) {
            return new UnknownIndex.Random();
        }
        if (!quantizer.isText(UNKNOWN_INDEX)) {
            return new UnknownIndex.Fixed(quantizer.integer(UNKNOWN_INDEX, 0));
        }
        return switch (quantizer.text(UNKNOWN_INDEX)) {
            case RANDOM -> new UnknownIndex.Random();
            case EXTRA -> new UnknownIndex.Extra();
            case String other ->
                throw quantizer.invalid(
                        UNKNOWN_INDEX, "must be random, extra or an integer, and is " + Quoted.of(other));
        };
    }

    static void write(RemapSettings remap, Map<String, Object> params, Map<String, Object> quantizer) {
        params.put(REMAP, remap.file());
        switch (remap.unknown()) {
            case UnknownIndex.Random _ -> {}
            case UnknownIndex.Extra _ -> quantizer.put(UNKNOWN_INDEX, EXTRA);
            case UnknownIndex.Fixed(int index) -> quantizer.put(UNKNOWN_INDEX, index);
        }
    }
}
