package org.gatun.torch;

import java.util.Locale;

/** How precisely products of float32 matrices are computed ({@code torch.set_float32_matmul_precision}). */
public enum Float32MatmulPrecision {
    /** In float32. */
    HIGHEST,
    /** On GPUs with such units in TF32: 10 bits of mantissa instead of 23, sums in float32. */
    HIGH,
    /** As {@link #HIGH}; on CPUs with such units in bfloat16. */
    MEDIUM;

    String torchName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
