package org.gatun.checkpoint;

import java.util.Optional;
import org.gatun.torch.DType;

/** One tensor of a safetensors header; {@code begin} and {@code end} count from the end of the header. */
record SafetensorsEntry(DType dtype, long[] shape, long begin, long end) {
    long byteSize() {
        return end - begin;
    }

    /** The element type that a header calls {@code name}, if Gatun has it. */
    static Optional<DType> dtype(String name) {
        return Optional.ofNullable(
                switch (name) {
                    case "U8" -> DType.UINT8;
                    case "I8" -> DType.INT8;
                    case "I16" -> DType.INT16;
                    case "I32" -> DType.INT32;
                    case "I64" -> DType.INT64;
                    case "F16" -> DType.FLOAT16;
                    case "F32" -> DType.FLOAT32;
                    case "F64" -> DType.FLOAT64;
                    case "BOOL" -> DType.BOOL;
                    case "BF16" -> DType.BFLOAT16;
                    default -> null;
                });
    }

    /** The name of an element type in a header. */
    static String name(DType dtype) {
        return switch (dtype) {
            case UINT8 -> "U8";
            case INT8 -> "I8";
            case INT16 -> "I16";
            case INT32 -> "I32";
            case INT64 -> "I64";
            case FLOAT16 -> "F16";
            case FLOAT32 -> "F32";
            case FLOAT64 -> "F64";
            case BOOL -> "BOOL";
            case BFLOAT16 -> "BF16";
        };
    }
}
