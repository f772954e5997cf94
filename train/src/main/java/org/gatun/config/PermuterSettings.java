package org.gatun.config;

import org.gatun.gpt.CodeOrder;
import org.gatun.gpt.RasterOrder;

/** The order of a transformer's codes: {@code permuter_config}. */
public sealed interface PermuterSettings {

    /** The order of a map's codes. */
    CodeOrder order();

    /** As they are, for maps of every size. */
    record Identity() implements PermuterSettings {

        @Override
        public CodeOrder order() {
            return new RasterOrder();
        }
    }

    /** Another order, of maps of one size. */
    record Permuted(CodeOrder order, int height, int width) implements PermuterSettings {

        public Permuted {
            if (order instanceof RasterOrder) {
                throw new IllegalArgumentException("raster order is Identity");
            }
        }
    }
}
