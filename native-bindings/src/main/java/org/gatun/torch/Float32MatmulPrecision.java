package org.gatun.torch;

/** How precisely products of float32 matrices are computed ({@code torch.set_float32_matmul_precision}). */
public enum Float32MatmulPrecision {
    /** In float32. */
    HIGHEST("highest"),
    /** On GPUs with such units in TF32: 10 bits of mantissa instead of 23, sums in float32. */
    HIGH("high"),
    /** As {@link #HIGH}; on CPUs with such units in bfloat16. */
    MEDIUM("medium");

    private final String torchName;

    Float32MatmulPrecision(String torchName) {
        this.torchName = torchName;
    }

    String torchName() {
        return torchName;
    }
}
