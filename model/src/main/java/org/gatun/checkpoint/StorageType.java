package org.gatun.checkpoint;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gatun.torch.DType;

/**
 * PyTorch's storage classes, as pickles name them. Those without a {@link DType} are known so that they can be skipped.
 */
enum StorageType {
    FLOAT("FloatStorage", DType.FLOAT32),
    DOUBLE("DoubleStorage", DType.FLOAT64),
    HALF("HalfStorage", DType.FLOAT16),
    BFLOAT16("BFloat16Storage", DType.BFLOAT16),
    LONG("LongStorage", DType.INT64),
    INT("IntStorage", DType.INT32),
    SHORT("ShortStorage", DType.INT16),
    CHAR("CharStorage", DType.INT8),
    BYTE("ByteStorage", DType.UINT8),
    BOOL("BoolStorage", DType.BOOL),
    /** Bytes; the tensor over it says what they are. */
    UNTYPED("UntypedStorage", 1),
    COMPLEX_FLOAT("ComplexFloatStorage", 8),
    COMPLEX_DOUBLE("ComplexDoubleStorage", 16),
    QUANTIZED_INT8("QInt8Storage", 1),
    QUANTIZED_UINT8("QUInt8Storage", 1),
    QUANTIZED_INT32("QInt32Storage", 4);

    private static final Set<String> MODULES = Set.of("torch", "torch.cuda", "torch.storage");
    private static final Map<String, StorageType> BY_CLASS_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(StorageType::className, Function.identity()));

    private final String className;
    private final DType dtype;
    private final int elementSize;

    StorageType(String className, DType dtype) {
        this.className = className;
        this.dtype = dtype;
        this.elementSize = dtype.byteSize();
    }

    StorageType(String className, int elementSize) {
        this.className = className;
        this.dtype = null;
        this.elementSize = elementSize;
    }

    String className() {
        return className;
    }

    /** Empty for untyped storages and for element types that Gatun does not have. */
    Optional<DType> dtype() {
        return Optional.ofNullable(dtype);
    }

    int elementSize() {
        return elementSize;
    }

    /** Enough for every tensor over the storage. */
    int alignment() {
        return dtype == null ? Long.BYTES : elementSize;
    }

    static Optional<StorageType> find(String module, String name) {
        return MODULES.contains(module) ? Optional.ofNullable(BY_CLASS_NAME.get(name)) : Optional.empty();
    }

    static StorageType of(DType dtype) {
        return switch (dtype) {
            case UINT8 -> BYTE;
            case INT8 -> CHAR;
            case INT16 -> SHORT;
            case INT32 -> INT;
            case INT64 -> LONG;
            case FLOAT16 -> HALF;
            case FLOAT32 -> FLOAT;
            case FLOAT64 -> DOUBLE;
            case BOOL -> BOOL;
            case BFLOAT16 -> BFLOAT16;
        };
    }
}
