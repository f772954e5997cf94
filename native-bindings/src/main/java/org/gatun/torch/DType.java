package org.gatun.torch;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.ValueLayout;

/**
 * The element type of a {@link Tensor}: libtorch's {@code ScalarType}, mapped by its stable number and never by ordinal.
 */
public enum DType {
    UINT8(0, 1, "uint8"),
    INT8(1, 1, "int8"),
    INT16(2, 2, "int16"),
    INT32(3, 4, "int32"),
    INT64(4, 8, "int64"),
    FLOAT16(5, 2, "float16"),
    FLOAT32(6, 4, "float32"),
    FLOAT64(7, 8, "float64"),
    BOOL(11, 1, "bool"),
    BFLOAT16(15, 2, "bfloat16");

    private final int scalarType;
    private final int byteSize;
    private final String torchName;

    DType(int scalarType, int byteSize, String torchName) {
        this.scalarType = scalarType;
        this.byteSize = byteSize;
        this.torchName = torchName;
    }

    /** The number libtorch gives this type ({@code c10::ScalarType}). */
    public int scalarType() {
        return scalarType;
    }

    /** Bytes an element. */
    public int byteSize() {
        return byteSize;
    }

    /** PyTorch's name of it, {@code float32} for {@code torch.float32}. */
    public String torchName() {
        return torchName;
    }

    /** Whether elements are floating-point numbers, and so may require gradients. */
    public boolean isFloatingPoint() {
        return switch (this) {
            case FLOAT16, BFLOAT16, FLOAT32, FLOAT64 -> true;
            case UINT8, INT8, INT16, INT32, INT64, BOOL -> false;
        };
    }

    /** The layout of one element in CPU memory; the 16-bit floating types are read as raw shorts. */
    public MemoryLayout layout() {
        return switch (this) {
            case UINT8, INT8, BOOL -> ValueLayout.JAVA_BYTE;
            case INT16, FLOAT16, BFLOAT16 -> ValueLayout.JAVA_SHORT;
            case INT32 -> ValueLayout.JAVA_INT;
            case INT64 -> ValueLayout.JAVA_LONG;
            case FLOAT32 -> ValueLayout.JAVA_FLOAT;
            case FLOAT64 -> ValueLayout.JAVA_DOUBLE;
        };
    }

    static boolean isKnown(int scalarType) {
        return scalarType >= 0 && scalarType <= 7 || scalarType == 11 || scalarType == 15;
    }

    /**
     * The type with libtorch's number {@code scalarType}.
     *
     * @throws IllegalArgumentException if Gatun has no name for it (complex, quantized and 8-bit floating types)
     */
    public static DType ofScalarType(int scalarType) {
        return switch (scalarType) {
            case 0 -> UINT8;
            case 1 -> INT8;
            case 2 -> INT16;
            case 3 -> INT32;
            case 4 -> INT64;
            case 5 -> FLOAT16;
            case 6 -> FLOAT32;
            case 7 -> FLOAT64;
            case 11 -> BOOL;
            case 15 -> BFLOAT16;
            default ->
                throw new IllegalArgumentException(
                        "libtorch's scalar type " + scalarType + " has no DType: Gatun holds real numbers only");
        };
    }
}
